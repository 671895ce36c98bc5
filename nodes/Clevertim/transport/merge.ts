import type { IDataObject } from 'n8n-workflow';
import uniqWith from 'lodash/uniqWith';

import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { KindName } from '../kinds';
import { digitsOf } from './localQuery';

/** What happens to the values a list already has. */
export type ListMode = 'add' | 'remove' | 'replace';

export interface MergeRules {
	lists: ListMode;
	/** Send only what changed; otherwise the whole record, as the vendor's client does (fact sheet §4). */
	changedOnly: boolean;
}

/** Lists of values (§5), and what makes two entries the same. */
const LISTS: Readonly<Record<string, (entry: unknown) => string>> = {
	email: lower,
	website: lower,
	tags: lower,
	phones: (entry) => {
		const no = isRecord(entry) ? entry.no : entry;
		return digitsOf(shown(no)) || lower(no);
	},
	smids: (entry) => (isRecord(entry) ? `${shown(entry.type)}:${lower(entry.smid)}` : shown(entry)),
	files: shown,
	lfiles: shown,
	cust: shown,
	values: shown,
	modelType: shown,
};

/** Whether the stored record has to be known before these changes can be sent. */
export function needsStored(changes: IDataObject, { lists, changedOnly }: MergeRules): boolean {
	if (!changedOnly || changes.cf !== undefined) return true;
	return lists !== 'replace' && Object.keys(changes).some((key) => isList(key, changes[key]));
}

/**
 * The body of an update: the changes on top of the record as it is stored now, so that nothing is
 * lost whether the server keeps or empties the fields that are left out (§4, unverified). Custom
 * fields are merged one by one.
 */
export function merged(changes: IDataObject, stored: IDataObject, rules: MergeRules): IDataObject {
	const result: IDataObject = rules.changedOnly ? {} : { ...stored };
	for (const [key, value] of Object.entries(changes)) {
		if (key === 'cf' && isRecord(value)) {
			result.cf = { ...(isRecord(stored.cf) ? stored.cf : {}), ...value };
		} else if (isList(key, value)) {
			result[key] = mergedList(key, value, stored[key], rules.lists);
		} else {
			result[key] = value;
		}
	}
	return { ...result, id: stored.id };
}

function isList(key: string, value: unknown): value is unknown[] {
	return key in LISTS && Array.isArray(value);
}

function mergedList(
	key: string,
	given: unknown[],
	stored: unknown,
	mode: ListMode,
): IDataObject[string] {
	const identity = LISTS[key] ?? shown;
	const before: unknown[] = Array.isArray(stored) ? stored : stored ? [stored] : [];
	const has = (list: unknown[], entry: unknown) =>
		list.some((one) => identity(one) === identity(entry));
	if (mode === 'remove') return before.filter((one) => !has(given, one));
	// one number may be a Work and a Mobile phone: of what the user gave only doubles go
	const values = uniqWith(given, (a, b) => identity(a) === identity(b) && typeOf(a) === typeOf(b));
	return mode === 'replace' ? values : [...before, ...values.filter((one) => !has(before, one))];
}

const typeOf = (entry: unknown): string => (isRecord(entry) ? shown(entry.type) : '');

/**
 * A stored record in the form it is written in, whatever form it was read in: numbers of task dates
 * (§6.5), the customers of a note as a list (§6.6), the value of an opportunity as a text (§10.6).
 */
export function inWritingForm(kind: KindName, record: IDataObject): IDataObject {
	const result = { ...record };
	for (const key of ['startDate', 'endDate']) {
		const date: unknown = result[key];
		if (kind === 'task' && isRecord(date)) result[key] = withNumbers(date);
	}
	const { cust, value } = result;
	if (kind === 'opportunity' && typeof value === 'number') result.value = String(value);
	const isSingle = typeof cust === 'number' || (typeof cust === 'string' && cust !== '');
	if (kind === 'note' && isSingle) result.cust = [cust];
	return result;
}

function withNumbers(date: IDataObject): IDataObject {
	const number = (value: IDataObject[string]): IDataObject[string] =>
		typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	return Object.fromEntries(Object.entries(date).map(([key, value]) => [key, number(value)]));
}

function lower(value: unknown): string {
	return shown(value).trim().toLowerCase();
}
