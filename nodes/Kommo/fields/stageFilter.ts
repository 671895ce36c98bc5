import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import { idByName } from './byName';
import type { KommoField, KommoRow } from './kommoField';
import { filter, requireFilters } from './search';
import { stageInPipeline } from './stage';
import { listOf } from './values';

interface StagePair {
	pipeline: number;
	stage: number;
}

export const pipelinesFilter: KommoField = filter(
	{
		displayName: 'Pipeline Names or IDs',
		name: 'pipelineIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPipelines' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	'filter[pipeline_id]',
	async (value, row) =>
		await Promise.all(
			listOf(value).map(
				async (one) =>
					await idByName(one, 'Pipeline', async () => await row.session.lookups.pipelines()),
			),
		),
	{ needsAddOn: true },
	(wanted) => {
		const ids = new Set(Array.isArray(wanted) ? wanted.map(Number) : []);
		return ({ pipeline_id: id }) => id === undefined || id === null || ids.has(Number(id));
	},
);

const prop: INodeProperties = {
	displayName: 'Stages',
	name: 'stages',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Stage',
	description: 'Leads in any of these stages. Won and Lost exist in every pipeline.',
	options: [
		{
			displayName: 'Stage',
			name: 'stage',
			values: [
				{
					displayName: 'Pipeline Name or ID',
					name: 'pipelineId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getPipelines' },
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Stage Name or ID',
					name: 'statusId',
					type: 'options',
					typeOptions: {
						loadOptionsMethod: 'getStages',
						loadOptionsDependsOn: ['&pipelineId'],
					},
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
			],
		},
	],
};

/**
 * A stage is only known together with its pipeline (fact sheet §0.2, 13). amoCRM takes several
 * pairs in one request; Kommo documents one, so that each pair becomes a request there.
 */
export const stagesFilter: KommoField = {
	prop,
	to: async (value, row) => {
		const entries = isRecord(value) && Array.isArray(value.stage) ? value.stage : [];
		if (entries.length === 0) return undefined;
		await requireFilters(row);
		const pairs = await Promise.all(entries.filter(isRecord).map(async (e) => await pair(e, row)));
		row.expect('Stages', isIn(pairs));
		if (row.session.host.product === 'kommo') {
			row.split(pairs.map((one) => statusQuery([one])));
		} else {
			for (const [key, id] of Object.entries(statusQuery(pairs))) row.query(key, id);
		}
		return undefined;
	},
};

async function pair(entry: IDataObject, row: KommoRow): Promise<StagePair> {
	if (isBlank(entry.pipelineId)) {
		throw new InvalidValue(
			"'Stages' has a stage without its pipeline",
			'Choose the pipeline as well: Won and Lost have the same IDs in every pipeline.',
		);
	}
	return await stageInPipeline(entry.statusId, entry.pipelineId, row);
}

function statusQuery(pairs: StagePair[]): Record<string, number> {
	return Object.fromEntries(
		pairs.flatMap(({ pipeline, stage }, index) => [
			[`filter[statuses][${index}][pipeline_id]`, pipeline],
			[`filter[statuses][${index}][status_id]`, stage],
		]),
	);
}

const isIn = (pairs: StagePair[]) => (lead: IDataObject) =>
	lead.status_id === undefined ||
	pairs.some(
		({ stage, pipeline }) =>
			stage === Number(lead.status_id) && pipeline === Number(lead.pipeline_id),
	);
