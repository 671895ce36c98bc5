import type { IDataObject } from 'n8n-workflow';

import { ANY_NAME, type FieldTable, type FieldType } from './fieldTables';
import type { FormRecord, FormValue } from './formTree';
import { parseJsonText } from './safeJson';

type JsonValue = IDataObject[string];
type TableEntry = FieldTable[string];

/** Notes about calls, by their numeric type (fact sheet §5.4). */
const isCall = (noteType: FormValue | undefined): boolean => noteType === '10' || noteType === '11';

/** The texts of a record as numbers, flags and JSON, as its table says; the others stay texts. */
export function typed(record: FormRecord, table: FieldTable): IDataObject {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [
			key,
			typedValue(value, Object.hasOwn(table, key) ? table[key] : table[ANY_NAME], record),
		]),
	);
}

function typedValue(
	value: FormValue,
	entry: TableEntry | undefined,
	record: FormRecord,
): JsonValue {
	if (typeof value === 'string') {
		const type = Array.isArray(entry) ? entry[1] : entry;
		return typeof type === 'string' ? typedText(value, type, record) : value;
	}
	if (Array.isArray(value)) {
		return value.map((one) => typedValue(one, elementOf(entry), record));
	}
	return typed(value, tableOf(entry));
}

/** What the elements of a list are: records by the table, bare texts by the type beside it. */
function elementOf(entry: TableEntry | undefined): TableEntry | undefined {
	return Array.isArray(entry) ? entry : undefined;
}

function tableOf(entry: TableEntry | undefined): FieldTable {
	if (entry === undefined || typeof entry === 'string') return {};
	return isList(entry) ? entry[0] : entry;
}

function isList(entry: TableEntry): entry is [FieldTable] | [FieldTable, FieldType] {
	return Array.isArray(entry);
}

function typedText(text: string, type: FieldType, record: FormRecord): JsonValue {
	switch (type) {
		case 'integer':
		case 'moment':
			// longer numbers would lose digits
			return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
		case 'decimal':
			return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
		case 'flag':
			return text === '1' || text === 'true'
				? true
				: text === '0' || text === 'false'
					? false
					: text;
		case 'json':
			return jsonOr(text);
		case 'callJson':
			return isCall(record.note_type) ? jsonOr(text) : text;
	}
}

function jsonOr(text: string): JsonValue {
	const parsed = parseJsonText(text);
	return parsed === undefined || losesDigits(parsed) ? text : parsed;
}

/** Whether JSON held a number that is longer or larger than numbers can be. */
function losesDigits(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).some(losesDigits);
	if (typeof value !== 'number') return false;
	return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
