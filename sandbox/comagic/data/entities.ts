/** get, create, update, delete of the records an account sets up; what differs is in the kinds. */
import { notFound, RpcError } from '../rpc/errors';
import type { Row } from '../store';
import { textOf } from '../textOf';
import type { DataCall, Handler, Handlers } from './call';
import type { EntityKind } from './entityKind';
import { rowsOf } from './list';
import { answerRows } from './reports';

export function entityHandlers(kinds: readonly EntityKind[]): Handlers {
	return Object.fromEntries(kinds.flatMap(handlersOf));
}

function handlersOf(kind: EntityKind): Array<[string, Handler]> {
	const made: Array<[string | undefined, Handler]> = [
		[kind.list, (call) => list(kind, call)],
		[kind.create, (call) => create(kind, call)],
		[kind.update, (call) => update(kind, call)],
		[kind.remove, (call) => remove(kind, call)],
	];
	return made.flatMap(([name, handler]) => (name === undefined ? [] : [[name, handler]]));
}

function list(kind: EntityKind, call: DataCall) {
	const rows = call.store
		.all(kind.collection)
		.map((row) => ({ ...row, ...kind.shown?.(row, call.store) }));
	return answerRows(call, rowsOf(rows));
}

const withoutCommon = ({ params }: DataCall): Record<string, unknown> => {
	const { access_token: _token, user_id: _user, ...own } = params;
	return own;
};

function create(kind: EntityKind, call: DataCall): Record<string, unknown> {
	const params = withoutCommon(call);
	const { collection, key = 'id' } = kind;
	const row: Row = {
		...kind.defaults?.(call),
		...(kind.columns?.(params, call) ?? params),
		id: key === 'id' ? call.store.next(collection) : textOf(params[key]),
	};
	checkUnique(kind, call, row);
	call.store.put(collection, row);
	kind.spread?.(row, params, call);
	return kind.created?.(row) ?? { [key]: row[key] };
}

function stored(kind: EntityKind, call: DataCall): Row {
	const key = kind.key ?? 'id';
	const row = call.store.get(kind.collection, call.params[key]);
	if (!row) throw notFound(key, call.params[key]);
	return row;
}

function update(kind: EntityKind, call: DataCall): Record<string, unknown> {
	const row = stored(kind, call);
	const params = withoutCommon(call);
	if (kind.isSystem?.(row)) checkSystem(kind, params);
	const changed: Row = { ...row, ...(kind.columns?.(params, call) ?? params), id: row.id };
	checkUnique(kind, call, changed);
	call.store.put(kind.collection, changed);
	kind.spread?.(changed, params, call);
	return kind.key === undefined ? {} : { [kind.key]: row[kind.key] };
}

function checkSystem({ openForSystem = [] }: EntityKind, params: Record<string, unknown>): void {
	const open = [...openForSystem, 'id', 'site_id'];
	if (Object.keys(params).every((name) => open.includes(name))) return;
	throw new RpcError('forbidden', { code: -32602, field: 'id', value: params.id });
}

function remove(kind: EntityKind, call: DataCall): Record<string, unknown> {
	const row = stored(kind, call);
	const details = { field: kind.key ?? 'id', value: row.id };
	if (kind.isSystem?.(row)) throw new RpcError('forbidden', { code: -32602, ...details });
	if (kind.isNeeded?.(row, call.store)) throw new RpcError('dependency_error', details);
	call.store.of(kind.collection).delete(String(row.id));
	return {};
}

function checkUnique({ unique, collection }: EntityKind, { store }: DataCall, row: Row): void {
	if (!unique) return;
	const twin = store
		.all(collection)
		.find((other) => other.id !== row.id && unique.every((name) => other[name] === row[name]));
	const field = unique.at(-1) ?? 'name';
	if (twin) throw new RpcError('duplicate_entity', { field, value: row[field] });
}
