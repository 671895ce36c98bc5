import type { KommoOperation } from '../../fields/kommoField';
import { pipelineLocator } from '../../fields/locators';
import { readOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { flatRecord } from '../../fields/simplify';

export const getAll: KommoOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many stages',
		description: 'Get all stages of a pipeline',
		routing: { request: { method: 'GET', url: '/api/v4/leads/pipelines/{id}/statuses' } },
	},
	kind: 'call',
	root: '_embedded.statuses',
	noun: 'stage',
	fields: [
		pipelineLocator({ path: 'id' }),
		simplify,
		readOptions([include([{ name: 'Descriptions', value: 'descriptions' }])]),
	],
	simplify: flatRecord([
		'id',
		'name',
		'sort',
		'pipeline_id',
		'type',
		'color',
		'is_editable',
		'descriptions',
	]),
	note: 'Won (142) and Lost (143) are stages of every pipeline. The API gives the whole list in one answer.',
};
