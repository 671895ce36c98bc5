import type { IDataObject } from 'n8n-workflow';

import { readByIds } from '../../../shared/readByIds';
import { at, recordsAt } from '../../../shared/wire';
import type { KommoSession } from '../../transport/session';
import { flatEntity } from '../../fields/simplify';
import { accountNames, type AccountNames } from './accountNames';
import type { LoadableKind, Target } from './target';

/** Loaded entities by `targetKey`, or why one could not be read; one that does not exist is absent. */
export type Loaded = Map<string, IDataObject | string>;

export const targetKey = ({ kind, id }: Target): string => `${kind} ${id}`;

const FLAT: Record<LoadableKind, ReturnType<typeof flatEntity>> = {
	leads: flatEntity([
		...['id', 'name', 'price', 'pipeline_id', 'status_id', 'responsible_user_id'],
		...['created_at', 'updated_at', 'closed_at'],
	]),
	contacts: flatEntity(['id', 'name', 'responsible_user_id', 'created_at', 'updated_at']),
	companies: flatEntity(['id', 'name', 'responsible_user_id', 'created_at', 'updated_at']),
	customers: flatEntity([
		...['id', 'name', 'status_id', 'next_price', 'next_date', 'responsible_user_id'],
		...['created_at', 'updated_at'],
	]),
	tasks: flatEntity([
		...['id', 'text', 'entity_id', 'entity_type', 'task_type_id', 'is_completed', 'result'],
		...['responsible_user_id', 'complete_till', 'created_at', 'updated_at'],
	]),
};

/**
 * Reads the entities with what belongs to them: contacts and companies in full, pipeline, stage and
 * responsible user by name. One request per kind and 100 ids, whatever the number of events.
 */
export async function loadEntities(
	session: KommoSession,
	targets: Target[],
	isSimple: boolean,
): Promise<Loaded> {
	const ids = (kind: LoadableKind) =>
		targets.filter((target) => target.kind === kind).map(({ id }) => id);
	const refusals: Refusals = new Map();
	const read = async (kind: LoadableKind, wanted: number[]) =>
		await readKind(session, kind, wanted, refusals);
	const [leads, customers, tasks, names] = await Promise.all([
		read('leads', ids('leads')),
		read('customers', ids('customers')),
		read('tasks', ids('tasks')),
		accountNames(session, ids('leads').length > 0),
	]);
	const entities = [...leads.values(), ...customers.values()];
	const [contacts, companies] = await Promise.all([
		read('contacts', [...ids('contacts'), ...linkedIds(entities, 'contacts')]),
		read('companies', [...ids('companies'), ...linkedIds(entities, 'companies')]),
	]);
	const found = { leads, customers, tasks, contacts, companies };
	const loaded: Loaded = new Map();
	for (const target of targets) {
		const entity = found[target.kind].get(target.id);
		const refusal = refusalOf(target.kind, entity, refusals);
		if (refusal !== undefined) loaded.set(targetKey(target), refusal);
		if (!entity || loaded.has(targetKey(target))) continue;
		const shape = async (kind: LoadableKind, record: IDataObject) =>
			isSimple ? await FLAT[kind](record, session) : record;
		loaded.set(targetKey(target), {
			...(await shape(target.kind, entity)),
			...(await linked(target.kind, entity, found, shape)),
			...named(names, entity),
		});
	}
	return loaded;
}

/** Why a kind could not be read. */
type Refusals = Map<LoadableKind, string>;

/** Events of other kinds share the load: what is refused of one kind does not concern them. */
async function readKind(
	session: KommoSession,
	kind: LoadableKind,
	ids: number[],
	refusals: Refusals,
): Promise<Map<number, IDataObject>> {
	if (ids.length === 0) return new Map();
	const query: Record<string, string> =
		kind === 'leads' || kind === 'customers' ? { with: 'contacts' } : {};
	try {
		return await readByIds(session, `/api/v4/${kind}`, `_embedded.${kind}`, ids, query);
	} catch (error) {
		refusals.set(kind, error instanceof Error ? error.message : String(error));
		return new Map();
	}
}

/** Why the entity, or what belongs to it, could not be read. */
function refusalOf(
	kind: LoadableKind,
	entity: IDataObject | undefined,
	refusals: Refusals,
): string | undefined {
	if (!entity) return refusals.get(kind);
	if (kind !== 'leads' && kind !== 'customers') return undefined;
	const refused = (['contacts', 'companies'] as const).find(
		(which) => refusals.has(which) && linkedIds([entity], which).length > 0,
	);
	return refused && refusals.get(refused);
}

function linkedIds(entities: IDataObject[], kind: 'contacts' | 'companies'): number[] {
	return entities.flatMap((entity) =>
		recordsAt(at(entity, `_embedded.${kind}`), '').map(({ id }) => Number(id)),
	);
}

async function linked(
	kind: LoadableKind,
	entity: IDataObject,
	found: Record<'contacts' | 'companies', Map<number, IDataObject>>,
	shape: (kind: LoadableKind, record: IDataObject) => Promise<IDataObject>,
): Promise<IDataObject> {
	if (kind !== 'leads' && kind !== 'customers') return {};
	const of = async (which: 'contacts' | 'companies') =>
		await Promise.all(
			linkedIds([entity], which).map(
				async (id) => await shape(which, found[which].get(id) ?? { id }),
			),
		);
	return { contacts: await of('contacts'), companies: await of('companies') };
}

function named(names: AccountNames, entity: IDataObject): IDataObject {
	const responsible = names.user(entity.responsible_user_id);
	return {
		...(responsible ? { responsible_user: responsible } : {}),
		...names.stage(entity.pipeline_id, entity.status_id),
	};
}
