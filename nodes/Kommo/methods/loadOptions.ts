import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { readPages } from '../../shared/pager';
import { toEntityType } from '../fields/entity';
import { idByName } from '../fields/byName';
import { STAGE_LOST, STAGE_WON, type EntityType, type Pipeline } from '../model';
import type { KommoSession } from '../transport/session';
import { withSession } from './formSession';
import { shown } from '../../shared/shown';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A dropdown of what `read` finds, as name and id, sorted by the account's own order. */
function options(read: (session: KommoSession) => Promise<INodePropertyOptions[]>): Load {
	return async function (this: ILoadOptionsFunctions) {
		return await withSession(this, read);
	};
}

const named = ({ id, name }: { id: number; name: string }): INodePropertyOptions => ({
	name,
	value: id,
});

function tagsOf(entityType: EntityType) {
	return async (session: KommoSession): Promise<INodePropertyOptions[]> => {
		const tags: INodePropertyOptions[] = [];
		const request = {
			method: 'GET' as const,
			path: `/api/v4/${entityType}/tags`,
			query: { limit: session.pageSize },
		};
		for await (const page of readPages(session, request, '_embedded.tags', null)) {
			tags.push(...page.map(({ id, name }) => ({ name: shown(name), value: Number(id) })));
		}
		return tags;
	};
}

function fieldsOf(entityType: EntityType) {
	return async (session: KommoSession): Promise<INodePropertyOptions[]> => {
		const fields = await session.lookups.customFields(entityType);
		return fields.map(({ id, name, type }) => ({ name, value: id, description: type }));
	};
}

/** The stages of the pipeline chosen beside them; without one, all of them with their pipeline. */
async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const chosen = [
		'&pipelineId',
		'additionalFields.pipelineId',
		'updateFields.pipelineId',
		'onlyWhenFound.pipelineId',
		'onlyWhenMissing.pipelineId',
	]
		.map((path) => parameter(this, path))
		.find((value) => value !== undefined && value !== '');
	return await withSession(this, async (session) => {
		const pipelines = await session.lookups.pipelines();
		if (chosen === undefined) return stagesEverywhere(pipelines);
		const id = await idByName(chosen, 'Pipeline', async () => await Promise.resolve(pipelines));
		const pipeline = pipelines.find((one) => one.id === id);
		return (pipeline?._embedded.statuses ?? []).map(named);
	});
}

/** Won and Lost are in every pipeline, whatever each calls them: they stand there once. */
function stagesEverywhere(pipelines: Pipeline[]): INodePropertyOptions[] {
	const open = pipelines.flatMap(({ name, _embedded }) =>
		_embedded.statuses
			.filter(({ id }) => id !== STAGE_WON && id !== STAGE_LOST)
			.map((stage) => ({ name: `${name}: ${stage.name}`, value: stage.id })),
	);
	return [...open, { name: 'Won', value: STAGE_WON }, { name: 'Lost', value: STAGE_LOST }];
}

function parameter(context: ILoadOptionsFunctions, path: string): unknown {
	try {
		return context.getCurrentNodeParameter(path);
	} catch {
		// '&' names a neighbour inside a list and is refused outside of one
		return undefined;
	}
}

async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await withSession(
		this,
		async (session) =>
			await tagsOf(toEntityType(this.getCurrentNodeParameter('entityType')))(session),
	);
}

/** Dropdowns of the form, by the name their field calls them. */
export const loadOptions: Record<string, Load> = {
	getPipelines: options(async (session) => (await session.lookups.pipelines()).map(named)),
	getStages,
	getUsers: options(async (session) => (await session.lookups.users()).map(named)),
	getTaskTypes: options(async (session) => (await session.lookups.taskTypes()).map(named)),
	getLossReasons: options(async (session) => (await session.lookups.lossReasons()).map(named)),
	getTags,
	getLeadTags: options(tagsOf('leads')),
	getContactTags: options(tagsOf('contacts')),
	getCompanyTags: options(tagsOf('companies')),
	listLeadFields: options(fieldsOf('leads')),
	listContactFields: options(fieldsOf('contacts')),
	listCompanyFields: options(fieldsOf('companies')),
};
