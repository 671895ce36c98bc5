/** Tasks (§4.7). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { groupOf, isEntityType, liveEntity } from '../entities/kinds';
import { orderRows } from '../entities/select';
import { FieldReader } from '../fieldReader';
import { isInt, isRecord, type Json } from '../guards';
import { pageAnswer, selfLink } from '../hal';
import type { EntityType, StoredTask } from '../model';
import { cannot } from '../problems';
import { branch, inRange, numbers, range, texts } from '../queryString';
import {
	missingEntity,
	readRows,
	readSingle,
	singleAnswer,
	storeRows,
	writeAnswer,
	type Row,
} from '../rows';
import { announceTaskUpdate, taskChange } from '../webhooks/taskChanges';

export const taskRoutes: Route[] = [
	{ method: 'GET', path: '/tasks', handle: list },
	{ method: 'POST', path: '/tasks', handle: create },
	{ method: 'PATCH', path: '/tasks', handle: updateMany },
	{ method: 'GET', path: '/tasks/:id', handle: get },
	{ method: 'PATCH', path: '/tasks/:id', handle: updateOne },
];

function taskToWire(call: Call, task: StoredTask): Json {
	return {
		...task,
		group_id: groupOf(call.store, task.responsible_user_id),
		// §0.2 no. 15: [] when absent, an object when present
		result: task.result ?? [],
		account_id: call.store.info.id,
		_links: selfLink(call, `/tasks/${task.id}`),
	};
}

function list(call: Call): Answer {
	const filter = call.query['filter'];
	const tests: Array<(task: StoredTask) => boolean> = [];
	const oneOf = (key: string, read: (t: StoredTask) => number | null): void => {
		const wanted = numbers(branch(filter, key));
		if (wanted.length > 0) tests.push((t) => wanted.includes(read(t) ?? -1));
	};
	oneOf('id', (t) => t.id);
	oneOf('responsible_user_id', (t) => t.responsible_user_id);
	oneOf('created_by', (t) => t.created_by);
	oneOf('task_type', (t) => t.task_type_id);
	oneOf('is_completed', (t) => (t.is_completed ? 1 : 0));
	const type = texts(branch(filter, 'entity_type'));
	if (type.length > 0) {
		tests.push((t) => type.includes(t.entity_type ?? ''));
		// entity_id needs entity_type
		oneOf('entity_id', (t) => t.entity_id);
	}
	const updated = branch(filter, 'updated_at');
	const since = typeof updated === 'string' ? numbers(updated)[0] : undefined;
	const limits = since === undefined ? range(updated) : { from: since };
	if (limits) tests.push((t) => inRange(t.updated_at, limits));
	const rows = [...call.store.tasks.values()].filter((t) => tests.every((test) => test(t)));
	const ordered = orderRows(call, rows, ['created_at', 'complete_till', 'id']);
	return pageAnswer(call, 'tasks', ordered, (t) => taskToWire(call, t));
}

function get(call: Call): Answer {
	if (call.account.name === 'kommo' && call.switches.kommoTaskById === 'missing') {
		throw cannot(call.method, call.base + call.path);
	}
	const task = call.store.tasks.get(idParam(call) ?? 0);
	return task ? { status: 200, entities: 1, body: taskToWire(call, task) } : noContent;
}

function create(call: Call): Answer {
	const stored = storeRows(call, readRows(call), (row) => planCreate(call, row));
	return writeAnswer(
		call,
		'tasks',
		stored.map(({ row, value }) => ({
			row,
			item: { id: value.id, _links: selfLink(call, `/tasks/${value.id}`) },
		})),
	);
}

function planCreate(call: Call, row: Row): () => StoredTask {
	const patch = readPatch(call, row);
	if (row.data['text'] === undefined) row.errors.missing('text');
	if (row.data['complete_till'] === undefined) row.errors.missing('complete_till');
	const bound = readEntity(call, row);
	return () => {
		const creator = patch.created_by ?? call.user.id;
		const task: StoredTask = {
			id: call.store.nextId('tasks'),
			text: patch.text ?? '',
			task_type_id: patch.task_type_id ?? 1,
			entity_id: bound?.id ?? null,
			entity_type: bound?.type ?? null,
			complete_till: patch.complete_till ?? call.now,
			duration: patch.duration ?? 0,
			is_completed: patch.is_completed ?? false,
			result: patch.result ?? null,
			responsible_user_id: patch.responsible_user_id ?? call.user.id,
			created_by: creator,
			updated_by: patch.updated_by ?? creator,
			created_at: patch.created_at ?? call.now,
			updated_at: patch.updated_at ?? call.now,
		};
		call.store.tasks.set(task.id, task);
		call.changes.push(taskChange(call, 'add', task));
		return task;
	};
}

function updateMany(call: Call): Answer {
	const stored = storeRows(call, readRows(call), (row) => planUpdate(call, row));
	return writeAnswer(
		call,
		'tasks',
		stored.map(({ row, value }) => ({ row, item: updated(call, value) })),
	);
}

function updateOne(call: Call): Answer {
	const row = readSingle(call, idParam(call) ?? 0);
	const [stored] = storeRows(call, [row], (r) => planUpdate(call, r));
	return stored ? singleAnswer(call, 'tasks', row, updated(call, stored.value)) : noContent;
}

function updated(call: Call, task: StoredTask): Json {
	return { id: task.id, updated_at: task.updated_at, _links: selfLink(call, `/tasks/${task.id}`) };
}

function planUpdate(call: Call, row: Row): () => StoredTask {
	const id = row.data['id'];
	const task = isInt(id) ? call.store.tasks.get(id) : undefined;
	if (id === undefined) row.errors.missing('id');
	else if (!isInt(id)) row.errors.invalidType('id', 'int');
	else if (!task) missingEntity(call, row, 'id');
	const patch = readPatch(call, row);
	const bound = readEntity(call, row);
	return () => {
		if (!task) throw new Error('a row with errors is never stored');
		const before = { ...task };
		applyPatch(task, patch);
		task.updated_by = patch.updated_by ?? call.user.id;
		task.updated_at = patch.updated_at ?? call.now;
		if (bound !== undefined) {
			task.entity_id = bound?.id ?? null;
			task.entity_type = bound?.type ?? null;
		}
		announceTaskUpdate(call, before, task);
		return task;
	};
}

type TaskPatch = Partial<Omit<StoredTask, 'id' | 'entity_id' | 'entity_type'>>;

function readPatch(call: Call, row: Row): TaskPatch {
	const reader = new FieldReader(row.data, row.errors);
	const { store } = call;
	const patch: TaskPatch = {
		text: reader.text('text'),
		complete_till: reader.int('complete_till'),
		task_type_id: reader.int('task_type_id'),
		duration: reader.int('duration'),
		is_completed: reader.bool('is_completed'),
		responsible_user_id: reader.user('responsible_user_id', store),
		created_by: reader.user('created_by', store, true),
		updated_by: reader.user('updated_by', store, true),
		created_at: reader.int('created_at'),
		updated_at: reader.int('updated_at'),
		result: readResult(row),
	};
	if (patch.text === '') row.errors.blank('text');
	if (patch.task_type_id !== undefined && !store.taskTypes.has(patch.task_type_id)) {
		row.errors.notSupported('task_type_id');
	}
	if (call.switches.rejectReadOnlyKeys) reader.refuseOthers(writableKeys);
	return patch;
}

const writableKeys = new Set([
	'id',
	'text',
	'complete_till',
	'task_type_id',
	'duration',
	'is_completed',
	'responsible_user_id',
	'created_by',
	'updated_by',
	'created_at',
	'updated_at',
	'result',
	'entity_id',
	'entity_type',
	'request_id',
]);

function readResult(row: Row): { text: string } | undefined {
	const result = row.data['result'];
	if (result === undefined || (Array.isArray(result) && result.length === 0)) return undefined;
	const text = isRecord(result) ? result['text'] : undefined;
	if (typeof text === 'string') return { text };
	row.errors.invalidType(
		isRecord(result) ? 'result.text' : 'result',
		isRecord(result) ? 'string' : 'array',
	);
	return undefined;
}

/** undefined = not mentioned, null = unbound. */
function readEntity(call: Call, row: Row): { type: EntityType; id: number } | null | undefined {
	const { entity_id: id, entity_type: type } = row.data;
	if (id === undefined && type === undefined) return undefined;
	if (id === null) return null;
	if (!isInt(id)) row.errors.invalidType('entity_id', 'int');
	if (!isEntityType(type)) row.errors.notSupported('entity_type');
	if (!isInt(id) || !isEntityType(type)) return undefined;
	if (!liveEntity(call.store, type, id)) row.errors.notSupported('entity_id');
	return { type, id };
}

function applyPatch(task: StoredTask, patch: TaskPatch): void {
	task.text = patch.text ?? task.text;
	task.task_type_id = patch.task_type_id ?? task.task_type_id;
	task.complete_till = patch.complete_till ?? task.complete_till;
	task.duration = patch.duration ?? task.duration;
	task.is_completed = patch.is_completed ?? task.is_completed;
	task.result = patch.result ?? task.result;
	task.responsible_user_id = patch.responsible_user_id ?? task.responsible_user_id;
	task.created_by = patch.created_by ?? task.created_by;
	task.created_at = patch.created_at ?? task.created_at;
}
