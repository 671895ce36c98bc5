/** Tags of each entity type (§4.9). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { ensureTag } from '../entities/tags';
import { FieldReader } from '../fieldReader';
import type { Json } from '../guards';
import { pageAnswer } from '../hal';
import { entityTypes, type EntityType, type StoredTag } from '../model';
import { Problem } from '../problems';
import { branch, numbers, texts } from '../queryString';
import {
	missingEntity,
	readRows,
	readSingle,
	singleAnswer,
	storeRows,
	writeAnswer,
	type Row,
	type Stored,
} from '../rows';

export const tagRoutes: Route[] = [
	...entityTypes.flatMap((type): Route[] => [
		{ method: 'GET', path: `/${type}/tags`, handle: (call) => list(call, type) },
		{ method: 'POST', path: `/${type}/tags`, handle: (call) => create(call, type) },
	]),
	// in no page, but the vendor's own client does it
	{ method: 'PATCH', path: '/leads/tags', handle: (call) => update(call) },
	{ method: 'PATCH', path: '/leads/tags/:id', handle: (call) => updateOne(call) },
];

function tagToWire(tag: StoredTag): Json {
	return { id: tag.id, name: tag.name, color: tag.color };
}

function list(call: Call, type: EntityType): Answer {
	const filter = call.query['filter'];
	const ids = numbers(branch(filter, 'id'));
	const name = texts(branch(filter, 'name'))[0];
	const query = texts(call.query['query'])[0]?.toLowerCase();
	const rows = [...call.store.tags.values()]
		.filter((t) => t.entity_type === type)
		.filter((t) => ids.length === 0 || ids.includes(t.id))
		.filter((t) => name === undefined || t.name === name)
		.filter((t) => query === undefined || t.name.toLowerCase().includes(query));
	return pageAnswer(call, 'tags', rows, tagToWire);
}

function create(call: Call, type: EntityType): Answer {
	const stored = storeRows(call, readRows(call), (row) => {
		const reader = new FieldReader(row.data, row.errors);
		const name = reader.text('name');
		if (row.data['name'] === undefined) row.errors.missing('name');
		else if (name?.trim() === '') row.errors.blank('name');
		const color = readColor(type, row.data['color']);
		if (color === undefined) row.errors.notSupported('color');
		return () => ensureTag(call.store, type, name ?? '', color ?? null);
	});
	return tagsAnswer(call, stored);
}

function update(call: Call): Answer {
	return tagsAnswer(
		call,
		storeRows(call, readRows(call), (row) => planUpdate(call, row)),
	);
}

function updateOne(call: Call): Answer {
	const rows = [readSingle(call, idParam(call) ?? 0)];
	const [stored] = storeRows(call, rows, (row) => planUpdate(call, row));
	return stored ? singleAnswer(call, 'tags', stored.row, tagToWire(stored.value)) : noContent;
}

function planUpdate(call: Call, row: Row): () => StoredTag {
	const reader = new FieldReader(row.data, row.errors);
	const id = reader.int('id');
	const name = reader.text('name');
	const known = id === undefined ? undefined : call.store.tags.get(id);
	const tag = known?.entity_type === 'leads' ? known : undefined;
	if (row.data['id'] === undefined) row.errors.missing('id');
	else if (id !== undefined && !tag) missingEntity(call, row, 'id');
	if (name?.trim() === '') row.errors.blank('name');
	const color = 'color' in row.data ? readColor('leads', row.data['color']) : tag?.color;
	if (tag && color === undefined) row.errors.notSupported('color');
	return () => {
		if (!tag) throw new Problem(400, 'Entity not found');
		return Object.assign(tag, { name: name ?? tag.name, color: color ?? null });
	};
}

function tagsAnswer(call: Call, stored: Array<Stored<StoredTag>>): Answer {
	const items = stored.map(({ row, value }) => ({ row, item: tagToWire(value) }));
	return writeAnswer(call, 'tags', items);
}

// colours exist for leads only, hex without #; undefined = not a colour
function readColor(type: EntityType, color: unknown): string | null | undefined {
	if (color === undefined || color === null) return null;
	if (type !== 'leads') return null;
	return typeof color === 'string' && /^[0-9a-f]{6}$/i.test(color)
		? color.toUpperCase()
		: undefined;
}
