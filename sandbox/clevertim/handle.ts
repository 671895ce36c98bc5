/** The five verbs of every resource (§4); what differs is in `kinds.ts`. */
import type { Call, Content } from './call';
import { KINDS } from './kinds';
import { present } from './present';
import { Missing, notSupported, Refusal } from './problems';
import type { CollectionName, Row } from './store';
import { checkRecord, isFilled, writable } from './validate';
import { isVisible, may } from './visibility';

/** Files and folders: reading all of them is not documented (§4). */
const FILES = new Set<CollectionName>(['folder', 'file', 'linkedfile']);

export function handle(call: Call): Content {
	const { verbs } = KINDS[call.name];
	const verb = [...verbs].find((known) => known === call.method);
	const needsId = call.method === 'PUT' || call.method === 'DELETE';
	if (!verb || needsId !== (call.id !== undefined && call.method !== 'GET')) throw notSupported();
	switch (verb) {
		case 'GET':
			return call.id === undefined ? list(call) : [shown(call, stored(call))];
		case 'POST':
			return [create(call)];
		case 'PUT':
			return [update(call)];
		case 'DELETE':
			return remove(call);
		default:
			throw notSupported();
	}
}

function list(call: Call): Row[] {
	if (FILES.has(call.name) && !call.switches.listsFiles) throw notSupported();
	return call.store
		.all(call.name)
		.filter((row) => isVisible(call.store, call.user, row))
		.map((row) => shown(call, row));
}

function stored(call: Call): Row {
	if (call.method === 'GET' && call.name === 'customfield' && !call.switches.getsCustomField) {
		throw notSupported();
	}
	const row = call.store.get(call.name, call.id);
	if (!row || !isVisible(call.store, call.user, row)) throw new Missing(call.name);
	return row;
}

const shown = (call: Call, row: Row): Row => present(call.store, call.switches, call.name, row);

function create(call: Call): Row {
	requirePermission(call, 'canedit');
	const kind = KINDS[call.name];
	const values = { ...kind.defaults, ...withoutEmpty(writable(call)) };
	checkRecord(call, values);
	const row: Row = {
		...values,
		...(kind.hasCreator ? { userId: call.user.id } : {}),
		...(call.name === 'customfield' ? { fullname: String(call.body.name) } : {}),
		id: newId(call),
		ao: call.now,
		lm: call.now,
	};
	call.store.put(call.name, row);
	if (call.name === 'note') contacted(call, row);
	const isWhole = kind.echoes && call.switches.postAnswer === 'full';
	return isWhole ? shown(call, row) : idOnly(call, row);
}

/** A note is a contact with the customer; `lc` follows it (§9.6, unverified). */
function contacted(call: Call, note: Row): void {
	const ids: unknown[] = Array.isArray(note.cust) ? note.cust : [note.cust];
	for (const id of ids.filter(isFilled)) {
		const customer = call.store.get('contact', id) ?? call.store.get('company', id);
		if (customer) customer.lc = call.now;
	}
}

function newId(call: Call): number | string {
	if (call.name === 'folder') return `f${call.store.next('folder')}`;
	const isCustomer = call.name === 'contact' || call.name === 'company';
	return call.store.next(isCustomer && call.switches.sharedCustomerIds ? 'customer' : call.name);
}

function update(call: Call): Row {
	const row = stored(call);
	requirePermission(call, 'canedit');
	const values = writable(call);
	const { putSemantics } = call.switches;
	const kept = putSemantics === 'replace' ? readOnlyPart(call, row) : row;
	const filled = withoutEmpty({ ...kept, ...values }, putSemantics === 'merge' ? kept : {});
	const changed: Row = { ...kept, ...filled, id: row.id };
	checkRecord(call, changed, row);
	changed.lm = call.now;
	call.store.put(call.name, changed);
	switch (call.switches.putAnswer) {
		case 'full':
			return shown(call, changed);
		case 'id':
			return idOnly(call, changed);
		default:
			return {
				...idOnly(call, changed),
				...(changed.lc ? { lc: changed.lc } : {}),
				lm: changed.lm,
			};
	}
}

const idOnly = (call: Call, row: Row): Row => ({ id: shown(call, row).id });

/** What stays when a PUT replaces everything that can be written. */
function readOnlyPart(call: Call, row: Row): Row {
	const { readOnly, defaults, hasCreator } = KINDS[call.name];
	const keys = [...readOnly, ...(hasCreator ? ['userId'] : [])];
	const kept = Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)));
	return { ...defaults, ...kept, id: row.id };
}

/** Custom fields without a value are not stored. */
function withoutEmpty(
	values: Record<string, unknown>,
	before: Record<string, unknown> = {},
): Record<string, unknown> {
	const { cf } = values;
	if (typeof cf !== 'object' || cf === null) return values;
	const merged: Record<string, unknown> = {};
	Object.assign(merged, before.cf, cf);
	const filled = Object.entries(merged).filter(([, value]) => isFilled(value));
	return { ...values, cf: Object.fromEntries(filled) };
}

function remove(call: Call): undefined {
	const row = stored(call);
	requirePermission(call, 'candelete');
	const isFlagged = call.name === 'task' || call.name === 'note';
	if (isFlagged && call.switches.taskDelete === 'flag') {
		Object.assign(row, { is_deleted: true, lm: call.now });
	} else {
		call.store.of(call.name).delete(String(row.id));
	}
	if (call.name === 'customfield') dropValues(call, String(row.id));
	return undefined;
}

/** §6.8: deleting a custom field loses its values. */
function dropValues({ store }: Call, id: string): void {
	for (const name of ['contact', 'company', 'case', 'opportunity'] as const) {
		for (const row of store.all(name)) {
			if (typeof row.cf !== 'object' || row.cf === null || !(id in row.cf)) continue;
			row.cf = Object.fromEntries(Object.entries(row.cf).filter(([key]) => key !== id));
		}
	}
}

function requirePermission(call: Call, permission: 'canedit' | 'candelete'): void {
	if (may(call.user, permission)) return;
	throw new Refusal(call.switches.refusalStatus, 'You do not have permission to do this.');
}
