/** What a write must hold (§6); everything else is taken as it is (§5). */
import { isInt, isRecord } from '../kommo/guards';
import type { Call } from './call';
import { KINDS, type FieldType } from './kinds';
import { badRequest } from './problems';
import type { Row } from './store';

/** The body without what cannot be written; refuses values of the wrong type. */
export function writable(call: Call): Record<string, unknown> {
	const { readOnly, types } = KINDS[call.name];
	const entries = Object.entries(call.body).filter(([key]) => !readOnly.includes(key));
	for (const [key, value] of entries) {
		const type = types[key];
		if (type && value !== null && !fits(type, value)) {
			throw badRequest(`Invalid value for ${key}.`);
		}
	}
	return Object.fromEntries(entries);
}

/**
 * Refuses a record that lacks what its kind requires or names what is not there.
 * @param before the stored record: what it had already is not looked at again
 */
export function checkRecord(
	call: Call,
	record: Record<string, unknown>,
	before: Record<string, unknown> = {},
): void {
	for (const keys of KINDS[call.name].required) {
		if (!keys.some((key) => isFilled(record[key])))
			throw badRequest(`Missing ${keys.join(' or ')}.`);
	}
	if (call.name === 'comment' && isFilled(record.nid) && isFilled(record.tid)) {
		throw badRequest('A comment belongs to a note or a task.');
	}
	if (call.name === 'customfield' && record.elemType === 'select' && !isFilled(record.values)) {
		throw badRequest('Missing values.');
	}
	checkSelects(call, record, before);
	if (call.switches.unknownReference === 'reject') checkReferences(call, record);
}

function checkReferences(call: Call, record: Record<string, unknown>): void {
	for (const [key, names] of Object.entries(KINDS[call.name].references)) {
		const ids = Array.isArray(record[key]) ? record[key] : [record[key]];
		for (const id of ids.filter(isFilled)) {
			if (!names.some((name) => call.store.get(name, id)))
				throw badRequest(`Unknown ${key} ${id}.`);
		}
	}
}

function checkSelects(
	call: Call,
	record: Record<string, unknown>,
	before: Record<string, unknown>,
): void {
	const values = isRecord(record.cf) ? record.cf : {};
	const known = isRecord(before.cf) ? before.cf : {};
	for (const [id, value] of Object.entries(values)) {
		if (JSON.stringify(known[id]) === JSON.stringify(value)) continue;
		const field: Row | undefined = call.store.get('customfield', id);
		if (!field) throw badRequest(`Unknown custom field ${id}.`);
		const allowed: unknown[] = Array.isArray(field.values) ? field.values : [];
		const given: unknown[] = Array.isArray(value) ? value : [value];
		if (field.elemType !== 'select') continue;
		const bad = given.find((one) => isFilled(one) && !allowed.includes(one));
		if (bad !== undefined) throw badRequest(`Invalid value for ${String(field.name)}.`);
	}
}

export function isFilled(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	return value !== undefined && value !== null && value !== '';
}

function fits(type: FieldType, value: unknown): boolean {
	switch (type) {
		case 'text':
			return typeof value === 'string';
		case 'number':
			return isInt(value);
		case 'boolean':
			return typeof value === 'boolean';
		case 'texts':
			return Array.isArray(value) && value.every((one) => typeof one === 'string');
		case 'phones':
			return isListOf(value, ['type', 'no']);
		case 'smids':
			return isListOf(value, ['type', 'smid']);
		case 'moment':
			return isRecord(value) && ['y', 'mo', 'd'].every((key) => isInt(value[key]));
		case 'cf':
			return isRecord(value);
		default:
			return true;
	}
}

function isListOf(value: unknown, keys: string[]): boolean {
	if (!Array.isArray(value)) return false;
	return value.every((one) => isRecord(one) && keys.every((key) => typeof one[key] === 'string'));
}
