import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/wire';
import type { KindName } from '../kinds';
import { standIn } from '../transport/standIn';

/**
 * What follows from other records (fact sheet §5, §6.1, §9.5): a note about a contact is no change
 * of the contact.
 */
const DERIVED: Partial<Record<KindName, readonly string[]>> = {
	contact: ['notes', 'opportunities', 'tasks', 'cases', 'lc'],
	company: ['notes', 'opportunities', 'tasks', 'cases', 'lc'],
	opportunity: ['notes', 'tasks'],
	case: ['notes', 'tasks'],
	task: ['comments'],
	note: ['comments'],
};

/**
 * A short text that is another one as soon as the record is another one: its time of change (`lm`),
 * where it has one, and its content. Times are whole seconds (§5), so time alone would miss a second
 * change within the same second; they are never compared with each other or with our clock, so it
 * does not matter which clock is right.
 */
export function fingerprint(record: IDataObject, kind: KindName): string {
	const derived = DERIVED[kind] ?? [];
	const own = Object.entries(record).filter(([key]) => !derived.includes(key));
	return standIn(canonical(Object.fromEntries(own)));
}

/** JSON whose keys are in order: servers may change theirs at will. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (!isRecord(value)) return JSON.stringify(value ?? null);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
