/** Tags of each entity type (§4.9). */
import type { Answer, Call, Route } from '../call';
import { ensureTag } from '../entities/tags';
import { FieldReader } from '../fieldReader';
import type { Json } from '../guards';
import { pageAnswer } from '../hal';
import { entityTypes, type EntityType, type StoredTag } from '../model';
import { branch, numbers, texts } from '../queryString';
import { readRows, storeRows, writeAnswer } from '../rows';

export const tagRoutes: Route[] = entityTypes.flatMap((type): Route[] => [
	{ method: 'GET', path: `/${type}/tags`, handle: (call) => list(call, type) },
	{ method: 'POST', path: `/${type}/tags`, handle: (call) => create(call, type) },
]);

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
	return writeAnswer(
		call,
		'tags',
		stored.map(({ row, value }) => ({ row, item: tagToWire(value) })),
	);
}

// colours exist for leads only, hex without #; undefined = not a colour
function readColor(type: EntityType, color: unknown): string | null | undefined {
	if (color === undefined || color === null) return null;
	if (type !== 'leads') return null;
	return typeof color === 'string' && /^[0-9a-f]{6}$/i.test(color)
		? color.toUpperCase()
		: undefined;
}
