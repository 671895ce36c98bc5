/** Ids in params that must belong to something. */
import { isRecord } from '../../kommo/guards';
import { notFound, RpcError } from '../rpc/errors';
import type { CollectionName, ComagicStore } from '../store';

/** @throws entity_not_found; empty values are fine */
export function checkReference(
	store: ComagicStore,
	collection: CollectionName,
	id: unknown,
	field: string,
): void {
	if (id === undefined || id === null) return;
	if (!store.get(collection, id)) throw notFound(field, id);
}

/**
 * Ids of a list param: numbers, or objects with the id in them.
 * @param field name of the param, @param key name of the id in an object
 */
export function idsIn(
	store: ComagicStore,
	collection: CollectionName,
	list: unknown,
	field: string,
	key: string,
): number[] {
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return entries.map((entry) => {
		const id = isRecord(entry) ? entry[key] : entry;
		if (typeof id !== 'number') throw new RpcError('data_type_error', { field, value: list });
		checkReference(store, collection, id, field);
		return id;
	});
}

/** Ids kept in a record. */
export const idsOf = (value: unknown): number[] => {
	const entries: unknown[] = Array.isArray(value) ? value : [];
	return entries.filter((entry) => typeof entry === 'number');
};

/** A column only when its param was sent. */
export const given = (
	params: Record<string, unknown>,
	name: string,
	column: () => Record<string, unknown>,
): Record<string, unknown> => (params[name] === undefined ? {} : column());

/** Params that are columns under the same name. */
export function without(
	params: Record<string, unknown>,
	...names: string[]
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
}
