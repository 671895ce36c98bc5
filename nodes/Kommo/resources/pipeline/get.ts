import type { KommoOperation } from '../../fields/kommoField';
import { pipelineLocator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { simplify } from '../../fields/search';
import { simplifyPipeline } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get pipeline',
		description: 'Get a pipeline with its stages',
		routing: { request: { method: 'GET', url: '/api/v4/leads/pipelines/{id}' } },
	},
	kind: 'get',
	root: '',
	noun: 'pipeline',
	fields: [pipelineLocator({ property: 'id', path: 'id' }), simplify, getOptions()],
	simplify: simplifyPipeline,
};
