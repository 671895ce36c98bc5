/** Routes leads, contacts and companies share: list, get, create, update (§4.1, §4.4, §4.5). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { deletedToWire } from '../entities/read';
import { entityMap, liveEntity, type ByType } from '../entities/kinds';
import { selectEntities } from '../entities/select';
import type { Element } from '../entities/write';
import { isInt, type Json } from '../guards';
import { pageAnswer, selfLink } from '../hal';
import type { EntityType, StoredEntity } from '../model';
import { withSet, type QueryNode } from '../queryString';
import {
	missingEntity,
	readRows,
	readSingle,
	singleAnswer,
	storeRows,
	writeAnswer,
	type Row,
} from '../rows';

export interface EntityResource<T extends EntityType> {
	type: T;
	toWire: (call: Call, entity: ByType[T], include: ReadonlySet<string>) => Json;
	planCreate: (call: Call, element: Element) => () => ByType[T];
	planUpdate: (call: Call, entity: ByType[T], element: Element) => () => ByType[T];
	ownTests?: (call: Call, filter: QueryNode) => Array<(entity: ByType[T]) => boolean>;
}

export function entityRoutes<T extends EntityType>(resource: EntityResource<T>): Route[] {
	const { type } = resource;
	return [
		{ method: 'GET', path: `/${type}`, handle: (call) => list(call, resource) },
		{ method: 'POST', path: `/${type}`, handle: (call) => create(call, resource) },
		{ method: 'PATCH', path: `/${type}`, handle: (call) => updateMany(call, resource) },
		{ method: 'GET', path: `/${type}/:id`, handle: (call) => get(call, resource) },
		{ method: 'PATCH', path: `/${type}/:id`, handle: (call) => updateOne(call, resource) },
	];
}

function list<T extends EntityType>(call: Call, resource: EntityResource<T>): Answer {
	const { type } = resource;
	const include = withSet(call.query);
	const all = [...entityMap(call.store, type).values()];
	if (include.has('only_deleted')) {
		const deleted: StoredEntity[] = all.filter((e) => e.is_deleted);
		return pageAnswer(call, type, deleted, (e) => deletedToWire(call, type, e));
	}
	const rows = selectEntities(
		call,
		type,
		all.filter((e) => !e.is_deleted),
		(filter) => resource.ownTests?.(call, filter) ?? [],
	);
	return pageAnswer(call, type, rows, (e) => resource.toWire(call, e, include));
}

function get<T extends EntityType>(call: Call, resource: EntityResource<T>): Answer {
	const entity = find(call, resource.type, idParam(call));
	// 204 also for a missing id (§0.2 no. 3)
	if (!entity) return noContent;
	return { status: 200, entities: 1, body: resource.toWire(call, entity, withSet(call.query)) };
}

function find<T extends EntityType>(call: Call, type: T, id: unknown): ByType[T] | undefined {
	if (!isInt(id) || !liveEntity(call.store, type, id)) return undefined;
	return entityMap(call.store, type).get(id);
}

function create<T extends EntityType>(call: Call, resource: EntityResource<T>): Answer {
	const stored = storeRows(call, readRows(call), (row) =>
		resource.planCreate(call, asElement(row)),
	);
	return writeAnswer(
		call,
		resource.type,
		stored.map(({ row, value }) => ({
			row,
			item: { id: value.id, _links: selfLink(call, `/${resource.type}/${value.id}`) },
		})),
	);
}

function updateMany<T extends EntityType>(call: Call, resource: EntityResource<T>): Answer {
	const stored = storeRows(call, readRows(call), (row) => planUpdate(call, resource, row));
	return writeAnswer(
		call,
		resource.type,
		stored.map(({ row, value }) => ({ row, item: updated(call, resource.type, value) })),
	);
}

function updateOne<T extends EntityType>(call: Call, resource: EntityResource<T>): Answer {
	const row = readSingle(call, idParam(call) ?? 0);
	const [stored] = storeRows(call, [row], (r) => planUpdate(call, resource, r));
	if (!stored) return noContent;
	return singleAnswer(call, resource.type, row, updated(call, resource.type, stored.value));
}

function planUpdate<T extends EntityType>(
	call: Call,
	resource: EntityResource<T>,
	row: Row,
): () => ByType[T] {
	const unreachable = (): never => {
		throw new Error('a row with errors is never stored');
	};
	const id = row.data['id'];
	if (id === undefined) row.errors.missing('id');
	else if (!isInt(id)) row.errors.invalidType('id', 'int');
	const entity = find(call, resource.type, id);
	if (entity) return resource.planUpdate(call, entity, asElement(row));
	if (isInt(id)) missingEntity(call, row, 'id');
	return unreachable;
}

function updated(call: Call, type: EntityType, entity: StoredEntity): Json {
	return {
		id: entity.id,
		updated_at: entity.updated_at,
		_links: selfLink(call, `/${type}/${entity.id}`),
	};
}

export function asElement(row: Row): Element {
	return { data: row.data, errors: row.errors, prefix: '' };
}
