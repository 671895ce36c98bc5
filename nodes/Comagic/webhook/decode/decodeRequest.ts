import type { IDataObject } from 'n8n-workflow';

import { OTHER, UNKNOWN } from '../events';
import { recognizeEvent } from '../recognize';
import { bodyText } from './bodyText';
import { Flattener, isSame, type FlatFields } from './flatten';
import { readFormFields, type FormField } from './formFields';
import { readLooseJson } from './looseJson';
import { Members, type LooseValue } from './looseValue';
import { typedFields, type TypingRules } from './typeField';

/** A request as it came. */
export interface Incoming {
	/** Without the question mark and without the secret. */
	query: string;
	body: Buffer;
	contentType: string;
}

/** One notification, typed. */
export interface Notification {
	/** A code of `EVENTS`, `other` or `unknown`. */
	event: string;
	/** Values by field, in one level. */
	data: IDataObject;
	/** Names of placeholders that the vendor did not fill. */
	missing: string[];
	/** What was assumed in order to read it. */
	notes: string[];
	/** Why nothing could be read; unknown events only. */
	reason?: string;
}

export interface Decoded {
	notifications: Notification[];
	/** Body, or query where there is none, as text. */
	raw: string;
}

/** More in one body than any sender has to say: each would become an item. */
const MOST_AT_ONCE = 1_000;

interface ReadBody {
	/** The fields of each notification. */
	records: FormField[][];
	notes: string[];
	reason?: string;
}

/**
 * What a request tells, whatever it is: JSON, a form or a query, in one level or several. There is
 * always at least one notification, and nothing is dropped without a word.
 * @see fact sheet §D.1, §D.3
 */
export function decodeRequest(incoming: Incoming, rules: TypingRules): Decoded {
	const { text, note } = bodyText(incoming.body, incoming.contentType);
	const query = readFormFields(incoming.query);
	const body = readBody(text, incoming.contentType);
	const notes = [
		...(note === null ? [] : [note]),
		...(query.repaired ? [LOST_SEPARATOR] : []),
		...body.notes,
	];
	const raw = text === '' ? incoming.query : text;
	if (body.reason !== undefined) {
		const { values, missing } = flattened(query.fields);
		const data = typedFields(values, rules);
		const unread = { ...unreadable(body.reason), data, missing: [...missing], notes };
		return { raw, notifications: [unread] };
	}
	const records = body.records.length > 0 ? body.records : [[]];
	const notifications = records.map((record) => {
		const typed = typedRecord(record, query.fields, rules);
		const isEmpty = typed.event === OTHER && Object.keys(typed.data).length === 0;
		if (!isEmpty || typed.missing.length > 0) return { ...typed, notes };
		return { ...unreadable(raw === '' ? EMPTY : 'The body holds no values.'), notes };
	});
	return { raw, notifications };
}

const EMPTY = 'The request has neither a body nor parameters.';
const LOST_SEPARATOR = 'The template lacks an & between two of its parameters.';

/** What stands for a notification that could not be read. */
export function unreadable(reason: string): Notification {
	return { event: UNKNOWN, data: {}, missing: [], notes: [], reason };
}

function readBody(text: string, contentType: string): ReadBody {
	const trimmed = text.trim();
	if (trimmed === '') return { records: [], notes: [] };
	if (/^["[{]/.test(trimmed)) return readJsonBody(trimmed);
	const isForm = contentType.includes('x-www-form-urlencoded') || /^[^\s=&<]{1,300}=/.test(trimmed);
	if (!isForm || !trimmed.includes('=')) {
		return { records: [], notes: [], reason: 'The body is neither JSON nor a form.' };
	}
	const { fields, repaired } = readFormFields(trimmed);
	return { records: [fields], notes: repaired ? [LOST_SEPARATOR] : [] };
}

function readJsonBody(text: string): ReadBody {
	const read = readLooseJson(text);
	const [first] = read?.values ?? [];
	// the whole body in one more pair of quotes
	if (typeof first === 'string' && /^\s*\{/.test(first)) return readJsonBody(first);
	const values = read?.values.flat() ?? [];
	if (values.length > MOST_AT_ONCE) {
		return noRecords(`The body holds more than ${MOST_AT_ONCE} notifications.`);
	}
	if (read === null || !values.every(isMembers)) {
		return noRecords('The body is JSON that cannot be read.');
	}
	return {
		records: values.map(({ list }) => list.map(([name, value]) => ({ path: [name], value }))),
		notes: read.repaired ? ['The body is no proper JSON; its meaning was worked out.'] : [],
	};
}

const noRecords = (reason: string): ReadBody => ({ records: [], notes: [], reason });
const isMembers = (value: LooseValue): value is Members => value instanceof Members;

function flattened(fields: FormField[]): FlatFields {
	const flat = new Flattener();
	for (const { path, value } of fields) flat.add(path, value);
	return flat.fields;
}

/** Values of the query stand beside those of the body; where both differ it has a name of its own. */
function typedRecord(body: FormField[], query: FormField[], rules: TypingRules): Notification {
	const { values, missing } = flattened(body);
	const inQuery = flattened(query);
	for (const [name, value] of inQuery.values) {
		if (!values.has(name)) values.set(name, value);
		else if (!isSame(values.get(name), value)) values.set(`query_${name}`, value);
	}
	for (const name of inQuery.missing) missing.add(name);
	const event = recognizeEvent(values);
	return { event, data: typedFields(values, rules), missing: [...missing], notes: [] };
}
