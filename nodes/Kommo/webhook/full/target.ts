import { isRecord } from '../../../shared/wire';
import type { DeliveredEvent } from '../decode/decodeDelivery';

/** Kinds of entities the API gives by id. */
export type LoadableKind = 'leads' | 'contacts' | 'companies' | 'customers' | 'tasks';

export interface Target {
	kind: LoadableKind;
	id: number;
}

const LOADABLE = new Set<string>(['leads', 'contacts', 'companies', 'customers', 'tasks']);

/**
 * The entity to load for an event: itself, what a note belongs to, the lead or customer of a
 * conversation, the lead of an incoming one. A text says why there is none.
 */
export function targetOf({ event, entityType, action, entity }: DeliveredEvent): Target | string {
	if (event === 'unknown' || entityType === null) return 'The event is unknown.';
	if (action === 'delete') return 'What was deleted cannot be loaded.';
	if (action === 'note') return target(entityType, entity.element_id);
	switch (entityType) {
		case 'talks':
		case 'messages':
			return target(ofConversation(entity.entity_type), entity.entity_id ?? entity.element_id);
		case 'unsorted':
			return target('leads', entity.lead_id ?? firstLead(entity.data));
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

function ofConversation(entityType: unknown): LoadableKind {
	return entityType === 'customer' ? 'customers' : 'leads';
}

function firstLead(data: unknown): unknown {
	const leads: unknown = isRecord(data) ? data.leads : null;
	const first: unknown = Array.isArray(leads) ? leads[0] : null;
	return isRecord(first) ? first.id : first;
}
