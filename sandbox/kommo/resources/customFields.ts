/** Custom field definitions (§4.12). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { orderRows } from '../entities/select';
import { planFieldUpdate, planNewField, removeField } from '../fields/define';
import { definitionToWire } from '../fields/definition';
import { isEmptyBody, isRecord, type Json } from '../guards';
import { pageAnswer } from '../hal';
import { entityTypes, type EntityType, type StoredCustomField } from '../model';
import { Problem } from '../problems';
import { branch, texts } from '../queryString';
import {
	missingEntity,
	readRows,
	readSingle,
	storeRows,
	writeAnswer,
	type Row,
	type Stored,
} from '../rows';

export const customFieldRoutes: Route[] = entityTypes.flatMap((type): Route[] => {
	const path = `/${type}/custom_fields`;
	return [
		{ method: 'GET', path, handle: (call) => list(call, type) },
		{ method: 'POST', path, handle: (call) => create(call, type) },
		{ method: 'PATCH', path, handle: (call) => updateMany(call, type) },
		{
			method: 'GET',
			path: `${path}/:id`,
			handle: (call) => one(call, find(call, type, idParam(call))),
		},
		{ method: 'PATCH', path: `${path}/:id`, handle: (call) => updateOne(call, type) },
		{ method: 'DELETE', path: `${path}/:id`, handle: (call) => remove(call, type) },
	];
});

function list(call: Call, type: EntityType): Answer {
	const wanted = texts(branch(call.query['filter'], 'type'));
	const rows = [...call.store.customFields.values()]
		.filter((f) => f.entity_type === type)
		.filter((f) => wanted.length === 0 || wanted.includes(f.type));
	const ordered = orderRows(call, rows, ['sort', 'id']);
	return pageAnswer(call, 'custom_fields', ordered, (f) => definitionToWire(call, f), {
		totals: true,
	});
}

function find(call: Call, type: EntityType, id: unknown): StoredCustomField | undefined {
	const field = typeof id === 'number' ? call.store.customFields.get(id) : undefined;
	return field?.entity_type === type ? field : undefined;
}

function one(call: Call, field: StoredCustomField | undefined): Answer {
	if (!field) throw new Problem(404, 'Custom field not found');
	return { status: 200, entities: 1, body: definitionToWire(call, field) };
}

function create(call: Call, type: EntityType): Answer {
	const isSingle = isRecord(call.body) && !isEmptyBody(call.body);
	const rows = readRows(isSingle ? { ...call, body: [call.body] } : call)
		// with an id it silently creates nothing (§7 no. 39)
		.filter((row) => row.data['id'] === undefined);
	const stored = storeRows(call, rows, (row) => planNewField(call, type, row));
	const answer = echo(call, stored);
	if (!isSingle) return { ...answer, status: 201 };
	const [only] = stored;
	return { status: 201, entities: 1, body: only ? definitionToWire(call, only.value) : {} };
}

function updateMany(call: Call, type: EntityType): Answer {
	const stored = storeRows(call, readRows(call), (row) => planUpdate(call, type, row));
	return { ...echo(call, stored), status: call.account.name === 'amocrm' ? 201 : 200 };
}

function updateOne(call: Call, type: EntityType): Answer {
	const row = readSingle(call, idParam(call) ?? 0);
	const [stored] = storeRows(call, [row], (r) => planUpdate(call, type, r));
	return one(call, stored?.value);
}

function planUpdate(call: Call, type: EntityType, row: Row): () => StoredCustomField {
	const id = row.data['id'];
	const field = find(call, type, id);
	if (id === undefined) row.errors.missing('id');
	else if (!field) missingEntity(call, row, 'id');
	const write = field && planFieldUpdate(call, field, row);
	return () => {
		if (!field) throw new Error('a row with errors is never stored');
		write?.();
		return field;
	};
}

/** Unlike entities, definitions come back whole (§0.2 no. 9). */
function echo(call: Call, stored: Array<Stored<StoredCustomField>>): Answer {
	const items = stored.map(({ row, value }): { row: Row; item: Json } => ({
		row,
		item: definitionToWire(call, value),
	}));
	return writeAnswer(call, 'custom_fields', items);
}

function remove(call: Call, type: EntityType): Answer {
	const field = find(call, type, idParam(call));
	if (!field) throw new Problem(404, 'Custom field not found');
	if (field.is_predefined) throw new Problem(403, 'This field cannot be deleted');
	removeField(call, field);
	return noContent;
}
