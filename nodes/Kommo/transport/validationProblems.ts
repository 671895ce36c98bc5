import { isRecord } from '../../shared/wire';

/** One refused value of a request (fact sheet §3.3). */
export interface ValidationProblem {
	/** `request_id` of the row, null when the answer names none. */
	requestId: string | null;
	/** Place in the request, known when the API counts the rows itself (`"0"`). */
	index: number | null;
	/** `NotSupportedChoice`, … */
	code: string;
	/** Dot notation inside the row, e.g. `custom_fields_values.0.field_id`. */
	path: string;
	/** The server's own sentence, in the account's language. */
	detail: string;
}

/** The name of what `path` points to in the row that was sent, or null. */
export type NameOf = (path: string, requestRow: unknown) => string | null;

/**
 * Reads `validation-errors`; empty for any other answer. An entry without a `request_id` may name its
 * row by its own key (PHP writes lists with gaps as objects) or in front of the path (`3.price`).
 */
export function validationProblems(body: unknown): ValidationProblem[] {
	const entries = isRecord(body) ? body['validation-errors'] : null;
	return entriesOf(entries).flatMap(([key, entry]): ValidationProblem[] => {
		const id: unknown = Array.isArray(entry.request_id) ? entry.request_id[0] : entry.request_id;
		const requestId = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
		const index = placeOf(requestId ?? key);
		// an entry may also be the problem itself
		const errors = entry.path === undefined ? listOf(entry.errors) : [entry];
		return errors.map((error) => ({
			requestId,
			code: textOf(error.code),
			detail: textOf(error.detail),
			...(requestId === null
				? placed(textOf(error.path), index)
				: { path: textOf(error.path), index }),
		}));
	});
}

/** The entries with their keys, which say nothing in a list. */
function entriesOf(value: unknown): Array<[key: string | null, entry: Record<string, unknown>]> {
	if (!isRecord(value)) return listOf(value).map((entry) => [null, entry]);
	return Object.entries(value).flatMap(([key, entry]) => (isRecord(entry) ? [[key, entry]] : []));
}

function placeOf(text: string | null): number | null {
	return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** `3.price` and `[3].price` say the row as well. */
function placed(path: string, index: number | null): { path: string; index: number | null } {
	const [, place = null, rest = path] = /^\[?(\d+)\]?\.(.+)$/.exec(path) ?? [];
	return { path: rest, index: index ?? placeOf(place) };
}

/**
 * A sentence for the person who filled in the form: `'Source': 'Adz' is not one of the options …`.
 * @param nameOf display name for a path; the path itself stands in where it gives null
 * @param requestRow the row that was sent, as an object of the API
 */
export function describeValidation(
	problem: ValidationProblem,
	nameOf: NameOf,
	requestRow: unknown = null,
): string {
	const { path, code, detail } = problem;
	const name = `'${nameOf(path, requestRow) ?? fieldName(path)}'`;
	const sent = quoted(valueAt(requestRow, path));
	switch (code) {
		case 'NotSupportedChoice':
			return `${name}: ${unknownChoice(path, sent)}`;
		case 'InvalidType':
			return `${name}: ${wrongType(detail)}`;
		case 'FieldNotExpected':
			return `${name} cannot be written here: leave it out`;
		case 'FieldMissing':
			return `${name} is missing`;
		case 'NotBlank':
			return `${name} must not be empty`;
		case 'TooLong':
			return `${name} is too long${detail === '' ? '' : ` (${detail})`}`;
		default:
			return `${name}: ${[detail, code && `(${code})`].filter(Boolean).join(' ') || 'not accepted'}`;
	}
}

/**
 * Names custom fields by their definition and the API's own fields by their usual label.
 * @param customField name of a field by its id or code, null when unknown
 */
export function fieldNamer(customField: (key: number | string) => string | null): NameOf {
	return (path, requestRow) => {
		const entry = /^(.*\bcustom_fields_values\.\d+)(?:\.|$)/.exec(path)?.[1];
		if (entry === undefined) return labelOf(path);
		const sent = valueAt(requestRow, entry);
		if (!isRecord(sent)) return null;
		const key = sent.field_id ?? sent.field_code;
		if (typeof key !== 'number' && typeof key !== 'string') return null;
		return customField(key) ?? `custom field ${key}`;
	};
}

/** Labels of the API's own fields, as the product shows them. */
const LABELS: Record<string, string> = {
	address: 'Address',
	call_responsible: 'Call Responsible',
	call_result: 'Call Result',
	call_status: 'Call Status',
	catalog_id: 'List ID',
	closed_at: 'Closed At',
	color: 'Color',
	complete_till: 'Due Date',
	created_at: 'Created At',
	created_by: 'Created By',
	duration: 'Duration',
	entity_id: 'Entity',
	entity_type: 'Entity Type',
	file_name: 'File Name',
	file_uuid: 'File UUID',
	first_name: 'First Name',
	id: 'ID',
	is_completed: 'Completed',
	last_name: 'Last Name',
	latitude: 'Latitude',
	link: 'Recording Link',
	longitude: 'Longitude',
	loss_reason_id: 'Loss Reason',
	name: 'Name',
	note_type: 'Note Type',
	phone: 'Phone',
	pipeline_id: 'Pipeline',
	price: 'Price',
	responsible_user_id: 'Responsible User',
	service: 'Service',
	source: 'Telephony',
	status_id: 'Stage',
	task_type_id: 'Task Type',
	text: 'Text',
	to_entity_id: 'Linked Entity',
	to_entity_type: 'Linked Entity Type',
	uniq: 'Call ID',
	updated_at: 'Updated At',
	updated_by: 'Updated By',
	version_uuid: 'Version UUID',
};

function unknownChoice(path: string, sent: string): string {
	const key = lastKey(path);
	const value = sent === '' ? 'the value' : sent;
	if (key === 'field_id' || key === 'field_code') {
		return `${value} is not a field of this entity type in this account`;
	}
	if (/\bvalues\.\d+\.(?:value|enum_id|enum_code)$/.test(path)) {
		return `${value} is not one of the options; the text has to match exactly, else choose the option by its id`;
	}
	if (key === 'status_id') return `${value} is not a stage of the chosen pipeline`;
	if (/_by$|user_id$/.test(key)) return `${value} is not an active user of this account`;
	return `${value} does not exist in this account`;
}

/** JSON types as the server's sentence names them ("This value should be of type int."). */
const TYPES: Record<string, string> = {
	array: 'a list',
	bool: 'true or false',
	boolean: 'true or false',
	float: 'a number',
	int: 'a whole number',
	integer: 'a whole number',
	number: 'a number',
	numeric: 'a number',
	object: 'an object',
	string: 'text',
};

function wrongType(detail: string): string {
	const type = /\btype ["']?(\w+)/.exec(detail)?.[1] ?? '';
	const wanted = TYPES[type];
	if (wanted !== undefined) return `${wanted} is expected`;
	return detail === '' ? 'a value of another type is expected' : detail;
}

function fieldName(path: string): string {
	return labelOf(path) ?? (path === '' ? 'The row' : path);
}

function labelOf(path: string): string | null {
	// `tags_to_add.0.id` and `_embedded.tags.0.name` speak of the tag, not of the row's own id
	const ofTag = /(?:^|\.)tags(?:_to_add|_to_delete)?\.\d+\.(\w+)$/.exec(path)?.[1];
	if (ofTag !== undefined) return ['id', 'name'].includes(ofTag) ? 'Tags' : null;
	// `_embedded.contacts.0.id` is the linked card's id
	const linked = /(?:^|\.)_embedded\.(contacts|companies)\.\d+\.id$/.exec(path)?.[1];
	if (linked !== undefined) return linked === 'contacts' ? 'Contact IDs' : 'Company ID';
	return LABELS[lastKey(path)] ?? null;
}

function lastKey(path: string): string {
	return path.split('.').at(-1) ?? '';
}

function valueAt(row: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((found, key) => {
		if (Array.isArray(found)) return found[Number(key)] as unknown;
		return isRecord(found) ? found[key] : undefined;
	}, row);
}

/** Short values only: a long text says nothing in a message. */
function quoted(value: unknown): string {
	const text = typeof value === 'boolean' ? String(value) : textOf(value);
	return text === '' || text.length > 60 ? '' : `'${text}'`;
}

function listOf(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
