import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { STAGE_LOST, STAGE_WON, type Pipeline, type Stage } from '../model';
import { idByName } from './byName';
import { nearest, quoted } from './customFields/nearest';
import { wholeNumber } from './ids';
import type { KommoSession } from '../transport/session';
import type { KommoField, KommoRow } from './kommoField';

/** Fixed choices that every pipeline has (fact sheet §4.11). */
const CLOSED: Record<string, number> = { won: STAGE_WON, lost: STAGE_LOST };

/** Pipeline and stage of a lead, inside the collection `parent`. */
export function pipelineAndStage(parent: string, isUpdate: boolean): KommoField[] {
	const pipeline: INodeProperties = {
		displayName: 'Pipeline Name or ID',
		name: 'pipelineId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getPipelines' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		routing: { send: { type: 'body', property: 'pipeline_id' } },
	};
	const stage: INodeProperties = {
		displayName: 'Stage Name or ID',
		name: 'statusId',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getStages',
			loadOptionsDependsOn: [`${parent}.pipelineId`],
		},
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		routing: { send: { type: 'body', property: 'status_id' } },
	};
	return [
		{
			prop: pipeline,
			looksUp: pipelinesFor,
			to: async (value, row) => await pipelineId(value, row),
		},
		{
			prop: stage,
			looksUp: pipelinesFor,
			to: async (value, row) =>
				await stageId(value, row.parameter(`${parent}.pipelineId`), row, isUpdate),
		},
	];
}

const pipelinesFor = (value: unknown, { lookups }: KommoSession): Promise<unknown> | undefined =>
	isBlank(value) ? undefined : lookups.pipelines();

async function pipelineId(value: unknown, row: KommoRow): Promise<number | undefined> {
	if (isBlank(value)) return undefined;
	const pipelines = await row.session.lookups.pipelines();
	const id = await idByName(value, 'Pipeline', async () => await Promise.resolve(pipelines));
	if (pipelines.some((pipeline) => pipeline.id === id)) return id;
	throw new InvalidValue(
		`'Pipeline' does not exist: ${id}`,
		`The account has ${pipelines.map(named).join(', ')}.`,
	);
}

async function stageId(
	value: unknown,
	chosenPipeline: unknown,
	row: KommoRow,
	isUpdate: boolean,
): Promise<number | undefined> {
	if (isBlank(value)) return undefined;
	const all = await row.session.lookups.pipelines();
	const chosen = await pipelineId(chosenPipeline, row);
	const pipelines = all.filter(({ id }) => chosen === undefined || id === chosen);
	const closed = closedStage(value, pipelines);
	if (closed !== null) {
		if (chosen === undefined) (isUpdate ? keepPipeline : useMainPipeline)(row, all);
		return closed;
	}
	const stage = findStage(value, pipelines, all);
	// a stage alone says which pipeline it is in; the API wants to hear both
	if (chosen === undefined) row.body('pipeline_id', stage.pipeline_id);
	return stage.id;
}

/** Pipeline and stage of a filter: both are needed. Throws InvalidValue naming the field. */
export async function stageInPipeline(
	stage: unknown,
	pipeline: unknown,
	row: KommoRow,
): Promise<{ pipeline: number; stage: number }> {
	if (isBlank(stage)) throw new InvalidValue("'Stage' is empty", 'Choose a stage of the pipeline.');
	const all = await row.session.lookups.pipelines();
	const id = await pipelineId(pipeline, row);
	const inside = all.filter((one) => one.id === id);
	const closed = closedStage(stage, inside);
	return { pipeline: id ?? 0, stage: closed ?? findStage(stage, inside, all).id };
}

/** Won or Lost by id, as a word, or by a name that several pipelines give them. */
function closedStage(value: unknown, pipelines: Pipeline[]): number | null {
	const id = wholeNumber(value);
	if (id === STAGE_WON || id === STAGE_LOST) return id;
	if (typeof value !== 'string') return null;
	const [stage, ...others] = stagesOf(pipelines).filter(called(value));
	const everywhere = others.length > 0 && others.every((other) => other.id === stage?.id);
	return (everywhere ? stage?.id : CLOSED[comparable(value)]) ?? null;
}

const comparable = (text: string): string => text.trim().toLowerCase();

const called = (name: string) => (stage: Stage) => comparable(stage.name) === comparable(name);

const stagesOf = (pipelines: Pipeline[]): Stage[] =>
	pipelines.flatMap(({ _embedded }) => _embedded.statuses);

/** A closed stage alone would mean the main pipeline; the API advises to name it (§4.1). */
function useMainPipeline(row: KommoRow, all: Pipeline[]): void {
	const main = all.find(({ is_main }) => is_main);
	if (main) row.body('pipeline_id', main.id);
}

/** Won and Lost have the same ids everywhere: the stored lead says in which pipeline it closes. */
function keepPipeline(row: KommoRow): void {
	row.amend((body: IDataObject, current: IDataObject) => {
		// a new lead has none yet
		if (current.pipeline_id !== undefined) body.pipeline_id = current.pipeline_id;
	});
}

function findStage(value: unknown, pipelines: Pipeline[], all: Pipeline[]): Stage {
	const stages = stagesOf(pipelines);
	const id = wholeNumber(value);
	const wanted = String(value);
	const found = stages.filter(id === null ? called(wanted) : (stage) => stage.id === id);
	const [only, ...more] = found;
	if (only && more.length === 0) return only;
	if (only) {
		throw new InvalidValue(
			`'Stage' is not unique: "${wanted}"`,
			"Set 'Pipeline' as well: several pipelines have a stage of that name.",
		);
	}
	throw unknownStage(shown(value), id, stages, all);
}

function unknownStage(wanted: string, id: number | null, stages: Stage[], all: Pipeline[]) {
	const isIt = id === null ? called(wanted) : (stage: Stage) => stage.id === id;
	const elsewhere = all.filter(({ _embedded }) => _embedded.statuses.some(isIt)).map(named);
	const alike = nearest(
		wanted,
		stages.map(({ name }) => name),
	);
	return new InvalidValue(
		elsewhere.length > 0
			? `'Stage' does not belong to the chosen pipeline: ${wanted}`
			: `'Stage' does not exist: ${wanted}`,
		[
			elsewhere.length > 0 ? `It belongs to the pipeline ${elsewhere.join(', ')}.` : '',
			alike.length > 0 ? `Stages like it: ${quoted(alike)}.` : '',
		]
			.join(' ')
			.trim(),
	);
}

function named({ id, name }: { id: number; name: string }): string {
	return `"${name}" (${id})`;
}
