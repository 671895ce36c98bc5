import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../../shared/shown';
import { isRecord } from '../../../shared/wire';
import type { DeliveredEvent } from '../decode/decodeDelivery';
import { kindOfElement } from '../decode/kinds';

/** Kinds of entities the API gives by id. */
export type LoadableKind = 'leads' | 'contacts' | 'companies' | 'customers' | 'tasks';

export interface Target {
	kind: LoadableKind;
	id: number;
}

const LOADABLE = new Set<string>(['leads', 'contacts', 'companies', 'customers', 'tasks']);

/**
 * The entity to load for an event: itself, what a note or a conversation belongs to, the lead of an
 * incoming one. A text says why there is none.
 */
export function targetOf({ event, entityType, action, entity }: DeliveredEvent): Target | string {
	if (event === 'unknown' || entityType === null) return 'The event is unknown.';
	const isAccepted = entityType === 'unsorted' && entity.action === 'accept';
	if (action === 'delete' && !isAccepted) return 'What was deleted cannot be loaded.';
	if (action === 'note') return target(entityType, entity.element_id);
	switch (entityType) {
		case 'talks':
		case 'messages':
			return target(ofConversation(entity), firstId(entity.entity_id, entity.element_id));
		case 'unsorted':
			return target(
				'leads',
				// an accepted one is gone, its lead is there
				firstId(firstLead(entity.accept_result), entity.lead_id, firstLead(entity.data)),
			);
		default:
			return target(entityType, entity.id);
	}
}

function target(kind: string, id: unknown): Target | string {
	if (!isLoadable(kind)) return `There is nothing to load for ${kind}.`;
	if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) {
		return 'The delivery names no id to load.';
	}
	return { kind, id };
}

function isLoadable(kind: string): kind is LoadableKind {
	return LOADABLE.has(kind);
}

/** What a conversation may belong to, in its own words. */
const OWNERS = new Map<string, LoadableKind>([
	['lead', 'leads'],
	['customer', 'customers'],
	['contact', 'contacts'],
	['company', 'companies'],
]);

/** Older messages have the number only (fact sheet §5.4). */
function ofConversation({ entity_type: word, element_type: number }: IDataObject): string {
	return OWNERS.get(shown(word)) ?? kindOfElement(number) ?? 'leads';
}

/** The first that is an id: 0 stands for none. */
function firstId(...values: unknown[]): unknown {
	return values.find((one) => typeof one === 'number' && one > 0);
}

function firstLead(data: unknown): unknown {
	const leads: unknown = isRecord(data) ? data.leads : null;
	const first: unknown = Array.isArray(leads) ? leads[0] : null;
	return isRecord(first) ? first.id : first;
}
