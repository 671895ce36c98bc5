import type { IDataObject } from 'n8n-workflow';

import { ACCOUNT_TABLE, FIELD_TABLES } from './fieldTables';
import { hasIndices, type FormRecord, type FormValue } from './formTree';
import { ACTIONS, GROUPS, kindOfElement, SINGULAR, type EntityKind } from './kinds';
import { typed } from './typeValues';

/** One thing that happened to one entity. */
export interface DeliveredEvent {
	/** Settings code such as `status_lead`, or `unknown`. */
	event: string;
	entityType: EntityKind | null;
	action: string | null;
	/** The fields as they came, typed; those of the note where the event is about a note. */
	entity: IDataObject;
	/** Why the event is `unknown`. */
	reason?: string;
}

export interface Delivery {
	account: { id: number | null; subdomain: string | null; url: string | null };
	events: DeliveredEvent[];
}

type Unit = Omit<DeliveredEvent, 'reason'>;

/**
 * The events of a delivery in its order, one per entity: all groups, all actions, all indices. What
 * has no known shape comes as `unknown` with its fields.
 * @see fact sheet §5.3, §5.4, §5.5
 */
export function decodeDelivery(data: FormRecord): Delivery {
	const events: DeliveredEvent[] = [];
	const rest: FormRecord = {};
	for (const [key, value] of Object.entries(data)) {
		if (key === 'account' && isRecord(value)) continue;
		const found = ACTIONS.has(key) ? topLevel(key, value) : eventsOfGroup(key, value);
		if (found) for (const event of found) events.push(event);
		else rest[key] = value;
	}
	if (Object.keys(rest).length > 0) {
		events.push(unknown(typed(rest, {}), 'The body has fields that belong to no known event.'));
	}
	return { account: accountOf(data.account), events };
}

export function unknown(entity: IDataObject, reason: string): DeliveredEvent {
	return { event: 'unknown', entityType: null, action: null, entity, reason };
}

function accountOf(value: FormValue | undefined): Delivery['account'] {
	if (!isRecord(value)) return { id: null, subdomain: null, url: null };
	const { id, subdomain, _links: links } = typed(value, ACCOUNT_TABLE);
	const url = isRecord(value._links) ? value._links.self : links;
	return {
		id: typeof id === 'number' ? id : null,
		subdomain: typeof subdomain === 'string' ? subdomain : null,
		url: typeof url === 'string' ? url : null,
	};
}

/** `leads[add][0][…]`; null when the key is no group, or holds something else. */
function eventsOfGroup(key: string, value: FormValue): DeliveredEvent[] | null {
	const group = Object.hasOwn(GROUPS, key) ? GROUPS[key] : undefined;
	if (!group || !isRecord(value)) return null;
	const { kind, code } = group;
	return Object.entries(value).flatMap(([action, entries]) => {
		if (!ACTIONS.has(action)) return [unknownAction(key, kind, action, entries)];
		return recordsIn(entries).map((record) => eventOf(kind, action, record, code));
	});
}

function unknownAction(
	key: string,
	kind: EntityKind,
	action: string,
	value: FormValue,
): DeliveredEvent {
	const entity = typed({ [action]: value }, {});
	const reason = `'${action}' is no known action of '${key}'.`;
	return { event: 'unknown', entityType: kind, action, entity, reason };
}

/** `add[0][…]`, which templates and, in newer samples, messages have. */
function topLevel(action: string, value: FormValue): DeliveredEvent[] {
	return recordsIn(value).map((record) => {
		if ('chat_id' in record || 'talk_id' in record) {
			const code = record.type === 'outgoing' ? 'outgoing_message' : undefined;
			return eventOf('messages', action, record, code);
		}
		if ('reviews' in record || 'is_on_review' in record || record.type === 'waba') {
			return eventOf('chat_templates', action, record);
		}
		return {
			...unknown(typed(record, {}), `'${action}' does not say what was concerned.`),
			action,
		};
	});
}

/** The entities under an action, whatever their indices; a bare text is an id (very old accounts). */
function recordsIn(value: FormValue): FormRecord[] {
	if (typeof value === 'string') return [{ id: value }];
	if (Array.isArray(value) || hasIndices(value)) return Object.values(value).flatMap(recordsIn);
	return [value];
}

function eventOf(kind: EntityKind, action: string, record: FormRecord, code?: string): Unit {
	if (action === 'note') return noteEvent(kind, record);
	const actual = kind === 'contacts' && record.type === 'company' ? 'companies' : kind;
	const event = `${action}_${code ?? SINGULAR[actual]}`;
	return { event, entityType: actual, action, entity: typed(record, FIELD_TABLES[actual]) };
}

/** Notes have a level of their own, and say themselves what they belong to. */
function noteEvent(kind: EntityKind, record: FormRecord): Unit {
	const note = isRecord(record.note) ? record.note : record;
	const ofCompany = record.type === 'company' ? 'companies' : kind;
	const entity = typed(note, FIELD_TABLES.notes);
	const actual = kindOfElement(entity.element_type) ?? ofCompany;
	return { event: `note_${SINGULAR[actual]}`, entityType: actual, action: 'note', entity };
}

function isRecord(value: FormValue | undefined): value is FormRecord {
	return typeof value === 'object' && !Array.isArray(value);
}
