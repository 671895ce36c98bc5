/** Notes: by type and by entity (§4.8). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { attachmentToWire } from '../drive/attachmentNote';
import { groupOf, liveEntity } from '../entities/kinds';
import { orderRows } from '../entities/select';
import { FieldReader } from '../fieldReader';
import { isInt, type Json } from '../guards';
import { pageAnswer, selfLink } from '../hal';
import { entityTypes, type EntityType, type StoredNote } from '../model';
import { Problem } from '../problems';
import { branch, inRange, numbers, range, texts, withSet } from '../queryString';
import {
	missingEntity,
	readRows,
	readSingle,
	singleAnswer,
	storeRows,
	writeAnswer,
	type Row,
} from '../rows';
import { noteChange } from '../webhooks/noteChanges';
import { readNoteParams } from './noteParams';

export const noteRoutes: Route[] = entityTypes.flatMap((type): Route[] => {
	const ofType = `/${type}/notes`;
	const ofEntity = `/${type}/:entityId/notes`;
	return [ofType, ofEntity].flatMap((path): Route[] => [
		{ method: 'GET', path, handle: (call) => list(call, type) },
		{ method: 'POST', path, handle: (call) => create(call, type) },
		{ method: 'PATCH', path, handle: (call) => updateMany(call, type) },
		{ method: 'GET', path: `${path}/:id`, handle: (call) => get(call, type) },
		{ method: 'PATCH', path: `${path}/:id`, handle: (call) => updateOne(call, type) },
		{ method: 'POST', path: `${path}/:id/pin`, handle: (call) => pin(call, type, true) },
		{ method: 'POST', path: `${path}/:id/unpin`, handle: (call) => pin(call, type, false) },
	]);
});

function noteToWire(call: Call, note: StoredNote): Json {
	const { is_pinned, entity_type, ...own } = note;
	return {
		...own,
		...(note.note_type === 'attachment' ? { params: attachmentToWire(call, note.params) } : {}),
		group_id: groupOf(call.store, note.responsible_user_id),
		account_id: call.store.info.id,
		...(withSet(call.query).has('is_pinned') ? { is_pinned } : {}),
		_links: noteLink(call, note),
	};
}

function noteLink(call: Call, note: StoredNote): { self: { href: string } } {
	return selfLink(call, `/${note.entity_type}/${note.entity_id}/notes/${note.id}`);
}

/** Notes of the path: of the type, and of the entity where it is named. */
function inPath(call: Call, type: EntityType): (note: StoredNote) => boolean {
	const entityId = idParam(call, 'entityId');
	return (n) => n.entity_type === type && (entityId === undefined || n.entity_id === entityId);
}

function list(call: Call, type: EntityType): Answer {
	const filter = call.query['filter'];
	const ids = numbers(branch(filter, 'id'));
	const entityIds =
		idParam(call, 'entityId') === undefined ? numbers(branch(filter, 'entity_id')) : [];
	const noteTypes = texts(branch(filter, 'note_type'));
	const updated = branch(filter, 'updated_at');
	const since = typeof updated === 'string' ? numbers(updated)[0] : undefined;
	const limits = since === undefined ? range(updated) : { from: since };
	const rows = [...call.store.notes.values()]
		.filter(inPath(call, type))
		.filter((n) => ids.length === 0 || ids.includes(n.id))
		.filter((n) => entityIds.length === 0 || entityIds.includes(n.entity_id))
		.filter((n) => noteTypes.length === 0 || noteTypes.includes(n.note_type))
		.filter((n) => limits === undefined || inRange(n.updated_at, limits));
	return pageAnswer(call, 'notes', orderRows(call, rows, ['updated_at', 'id']), (n) =>
		noteToWire(call, n),
	);
}

function find(call: Call, type: EntityType, id: unknown): StoredNote | undefined {
	const note = isInt(id) ? call.store.notes.get(id) : undefined;
	return note && inPath(call, type)(note) ? note : undefined;
}

function get(call: Call, type: EntityType): Answer {
	const note = find(call, type, idParam(call));
	return note ? { status: 200, entities: 1, body: noteToWire(call, note) } : noContent;
}

function pin(call: Call, type: EntityType, pinned: boolean): Answer {
	const note = find(call, type, idParam(call));
	if (!note) throw new Problem(call.switches.missingIdOnWrite, 'Entity not found');
	note.is_pinned = pinned;
	return noContent;
}

function create(call: Call, type: EntityType): Answer {
	const stored = storeRows(call, readRows(call), (row) => planCreate(call, type, row));
	return writeAnswer(
		call,
		'notes',
		stored.map(({ row, value }) => ({
			row,
			item: { id: value.id, entity_id: value.entity_id, _links: noteLink(call, value) },
		})),
	);
}

function planCreate(call: Call, type: EntityType, row: Row): () => StoredNote {
	const reader = new FieldReader(row.data, row.errors);
	const entityId = idParam(call, 'entityId') ?? reader.int('entity_id');
	if (entityId === undefined) {
		if (row.data['entity_id'] === undefined) row.errors.missing('entity_id');
	} else if (!liveEntity(call.store, type, entityId)) missingEntity(call, row, 'entity_id');
	const noteType = reader.text('note_type');
	if (row.data['note_type'] === undefined) row.errors.missing('note_type');
	const params = readNoteParams(call, row, noteType, true);
	const responsible = reader.user('responsible_user_id', call.store);
	const creator = reader.user('created_by', call.store, true);
	const updater = reader.user('updated_by', call.store, true);
	const createdAt = reader.int('created_at');
	const updatedAt = reader.int('updated_at');
	reader.bool('is_need_to_trigger_digital_pipeline');
	return () => {
		const note: StoredNote = {
			id: call.store.nextId('notes'),
			entity_type: type,
			entity_id: entityId ?? 0,
			note_type: noteType ?? 'common',
			params: params ?? {},
			is_pinned: false,
			responsible_user_id: responsible ?? call.user.id,
			created_by: creator ?? call.user.id,
			updated_by: updater ?? creator ?? call.user.id,
			created_at: createdAt ?? call.now,
			updated_at: updatedAt ?? call.now,
		};
		call.store.notes.set(note.id, note);
		call.changes.push(noteChange(call, note));
		return note;
	};
}

function updateMany(call: Call, type: EntityType): Answer {
	const stored = storeRows(call, readRows(call), (row) => planUpdate(call, type, row));
	return writeAnswer(
		call,
		'notes',
		stored.map(({ row, value }) => ({ row, item: updated(call, value) })),
	);
}

function updateOne(call: Call, type: EntityType): Answer {
	const row = readSingle(call, idParam(call) ?? 0);
	const [stored] = storeRows(call, [row], (r) => planUpdate(call, type, r));
	return stored ? singleAnswer(call, 'notes', row, updated(call, stored.value)) : noContent;
}

function updated(call: Call, note: StoredNote): Json {
	return {
		id: note.id,
		entity_id: note.entity_id,
		updated_at: note.updated_at,
		_links: noteLink(call, note),
	};
}

function planUpdate(call: Call, type: EntityType, row: Row): () => StoredNote {
	const id = row.data['id'];
	const note = find(call, type, id);
	if (id === undefined) row.errors.missing('id');
	else if (!isInt(id)) row.errors.invalidType('id', 'int');
	else if (!note) missingEntity(call, row, 'id');
	const reader = new FieldReader(row.data, row.errors);
	const noteType = reader.text('note_type') ?? note?.note_type;
	const params = readNoteParams(call, row, noteType, false);
	const updater = reader.user('updated_by', call.store, true);
	return () => {
		if (!note) throw new Error('a row with errors is never stored');
		note.note_type = noteType ?? note.note_type;
		note.params = { ...note.params, ...params };
		note.updated_by = updater ?? call.user.id;
		note.updated_at = call.now;
		return note;
	};
}
