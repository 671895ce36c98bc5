/** Pipelines and statuses, written: administrators only (§4.11). */
import { noContent, type Answer, type Call, type Route } from '../call';
import { firstStage, mainPipeline } from '../entities/leadWrite';
import { FieldReader } from '../fieldReader';
import { isRecord, type Json } from '../guards';
import type { StoredPipeline, StoredStatus } from '../model';
import { Problem, type ElementErrors } from '../problems';
import { readRows, readSingle, storeRows, writeAnswer, type Row } from '../rows';
import { pipelineOf, pipelineToWire, statusOf, statusToWire } from './pipelines';

const path = '/leads/pipelines';
const admin = true;

export const pipelineWriteRoutes: Route[] = [
	{ method: 'POST', path, admin, handle: addPipelines },
	{ method: 'PATCH', path: `${path}/:id`, admin, handle: changePipeline },
	{ method: 'DELETE', path: `${path}/:id`, admin, handle: removePipeline },
	{ method: 'POST', path: `${path}/:id/statuses`, admin, handle: addStatuses },
	{ method: 'PATCH', path: `${path}/:id/statuses/:statusId`, admin, handle: changeStatus },
	{ method: 'DELETE', path: `${path}/:id/statuses/:statusId`, admin, handle: removeStatus },
];

const maxPipelines = 50;
/** With the three of the system. */
const maxStatuses = 100;
const incoming = '#c1c1c1';
const colours = new Set(
	(
		'fffeb2 fffd7f fff000 ffeab2 ffdc7f ffce5a ffdbdb ffc8c8 ff8f92 d6eaff c1e0ff ' +
		'98cbff ebffb1 deff81 87f2c0 f9deff f3beff ccc8f9 eb93ff f2f3f4 e6e8ea'
	)
		.split(' ')
		.map((code) => `#${code}`),
);

function demand(row: Row, ...keys: string[]): void {
	for (const key of keys) if (row.data[key] === undefined) row.errors.missing(key);
}

function addPipelines(call: Call): Answer {
	const rows = readRows(call);
	if (call.store.pipelines.size + rows.length > maxPipelines) {
		throw new Problem(422, `Limit of ${maxPipelines} pipelines is reached`);
	}
	const stored = storeRows(call, rows, (row) => planPipeline(call, row));
	const items = stored.map(({ row, value }) => ({ row, item: pipelineToWire(call, value) }));
	return writeAnswer(call, 'pipelines', items);
}

function planPipeline(call: Call, row: Row): () => StoredPipeline {
	demand(row, 'name', 'sort', 'is_main', 'is_unsorted_on', '_embedded');
	const apply = readPipeline(call, row);
	const embedded = isRecord(row.data['_embedded']) ? row.data['_embedded'] : {};
	const list = embedded['statuses'];
	if (!Array.isArray(list)) row.errors.invalidType('_embedded.statuses', 'array');
	const given = (Array.isArray(list) ? list.filter(isRecord) : []).map((data, i) => ({
		id: data['id'],
		apply: readStatus(data, row.errors, `_embedded.statuses.${i}.`),
	}));
	return () => {
		const own = given.filter(({ id }) => id !== 142 && id !== 143).map((s) => s.apply(stage(call)));
		const closed = systemStages().map((system) => {
			const renamed = given.find(({ id }) => id === system.id);
			return renamed ? { ...system, name: renamed.apply(system).name } : system;
		});
		const unsorted = { ...stage(call), name: 'Incoming leads', sort: 10, color: incoming };
		const pipeline: StoredPipeline = {
			id: call.store.nextId('pipelines'),
			name: '',
			sort: 0,
			is_main: false,
			is_unsorted_on: true,
			is_archive: false,
			statuses: [{ ...unsorted, type: 1, is_editable: false }, ...own, ...closed],
		};
		call.store.pipelines.set(pipeline.id, pipeline);
		apply(pipeline);
		return pipeline;
	};
}

function stage(call: Call): StoredStatus {
	const id = call.store.nextId('statuses');
	return { id, name: '', sort: 20, color: '#fffeb2', type: 0, is_editable: true };
}

function systemStages(): StoredStatus[] {
	const shared = { type: 0, is_editable: false } as const;
	return [
		{ id: 142, name: 'Closed - won', sort: 10_000, color: '#CCFF66', ...shared },
		{ id: 143, name: 'Closed - lost', sort: 11_000, color: '#D5D8DB', ...shared },
	];
}

function readPipeline(call: Call, row: Row): (pipeline: StoredPipeline) => void {
	const reader = new FieldReader(row.data, row.errors);
	const name = reader.text('name');
	const sort = reader.int('sort');
	const isMain = reader.bool('is_main');
	const isUnsortedOn = reader.bool('is_unsorted_on');
	return (pipeline) => {
		pipeline.name = name ?? pipeline.name;
		pipeline.sort = sort ?? pipeline.sort;
		pipeline.is_unsorted_on = isUnsortedOn ?? pipeline.is_unsorted_on;
		if (isMain) for (const other of call.store.pipelines.values()) other.is_main = false;
		// there is always a main one: it cannot be switched off
		pipeline.is_main = isMain === true || pipeline.is_main;
	};
}

function changePipeline(call: Call): Answer {
	const pipeline = pipelineOf(call);
	storeRows(call, [readSingle(call, pipeline.id)], (row) => {
		const apply = readPipeline(call, row);
		return () => apply(pipeline);
	});
	return { status: 200, entities: 1, body: pipelineToWire(call, pipeline) };
}

function removePipeline(call: Call): Answer {
	const pipeline = pipelineOf(call);
	const { leads, pipelines } = call.store;
	if (pipelines.size === 1) throw new Problem(400, 'The last pipeline cannot be deleted');
	pipelines.delete(pipeline.id);
	const main = mainPipeline(call);
	main.is_main = true;
	for (const lead of leads.values()) {
		if (lead.pipeline_id !== pipeline.id) continue;
		// what is closed stays closed: 142 and 143 are there, too
		if (lead.closed_at === null) Object.assign(lead, firstStage(main));
		else lead.pipeline_id = main.id;
	}
	// §6
	return call.account.name === 'kommo' ? { status: 200, body: {} } : noContent;
}

/** The given values over a status; errors are noted first. */
function readStatus(
	data: Json,
	errors: ElementErrors,
	prefix = '',
): (status: StoredStatus) => StoredStatus {
	const reader = new FieldReader(data, errors, prefix);
	const name = reader.text('name');
	const sort = reader.int('sort');
	const color = reader.text('color');
	const isSystem = data['id'] === 142 || data['id'] === 143;
	if (color !== undefined && !isSystem && !colours.has(color.toLowerCase())) {
		errors.notSupported(`${prefix}color`);
	}
	return (status) => ({
		...status,
		name: name ?? status.name,
		sort: sort ?? status.sort,
		color: color ?? status.color,
	});
}

function addStatuses(call: Call): Answer {
	const pipeline = pipelineOf(call);
	const rows = readRows(call);
	if (pipeline.statuses.length + rows.length > maxStatuses) {
		throw new Problem(422, `Limit of ${maxStatuses} statuses is reached`);
	}
	const stored = storeRows(call, rows, (row) => {
		demand(row, 'name', 'sort');
		const apply = readStatus(row.data, row.errors);
		return () => {
			const status = apply(stage(call));
			pipeline.statuses = inOrder([...pipeline.statuses, status]);
			return status;
		};
	});
	const items = stored.map(({ row, value }) => ({
		row,
		item: statusToWire(call, pipeline, value),
	}));
	return writeAnswer(call, 'statuses', items);
}

function inOrder(statuses: StoredStatus[]): StoredStatus[] {
	return [...statuses].sort((a, b) => a.sort - b.sort);
}

function changeStatus(call: Call): Answer {
	const pipeline = pipelineOf(call);
	const status = statusOf(call, pipeline);
	storeRows(call, [readSingle(call, status.id)], (row) => {
		const apply = readStatus(row.data, row.errors);
		return () => {
			Object.assign(status, apply(status));
			pipeline.statuses = inOrder(pipeline.statuses);
		};
	});
	return { status: 200, entities: 1, body: statusToWire(call, pipeline, status) };
}

function removeStatus(call: Call): Answer {
	const pipeline = pipelineOf(call);
	const status = statusOf(call, pipeline);
	if (!status.is_editable) throw new Problem(400, 'A system status cannot be deleted');
	pipeline.statuses = pipeline.statuses.filter((s) => s !== status);
	for (const lead of call.store.leads.values()) {
		const isHere = lead.pipeline_id === pipeline.id && lead.status_id === status.id;
		if (isHere) Object.assign(lead, firstStage(pipeline));
	}
	return noContent;
}
