import type { KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import { simplify } from '../../fields/search';
import { simplifyPipeline } from './simplify';

export const getAll: KommoOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many pipelines',
		description: 'Get all pipelines with their stages',
		routing: { request: { method: 'GET', url: '/api/v4/leads/pipelines' } },
	},
	kind: 'call',
	root: '_embedded.pipelines',
	noun: 'pipeline',
	fields: [simplify, readOptions()],
	simplify: simplifyPipeline,
	note: 'The API gives the whole list in one answer.',
};
