import type { FIELD_TABLES } from './fieldTables';

/** Names of kinds of entities in items: the API's own words. */
export type EntityKind = Exclude<keyof typeof FIELD_TABLES, 'notes'>;

/** The word for one entity in settings codes: `lead` in `add_lead` (fact sheet §4.19). */
export const SINGULAR: Record<EntityKind, string> = {
	leads: 'lead',
	contacts: 'contact',
	companies: 'company',
	customers: 'customer',
	tasks: 'task',
	unsorted: 'unsorted',
	talks: 'talk',
	messages: 'message',
	catalog_elements: 'catalog_element',
	chat_templates: 'chat_template_review',
};

/** What stands first in a delivery's keys (§5.3); `code` where the settings code has another word. */
export const GROUPS: Record<string, { kind: EntityKind; code?: string }> = {
	leads: { kind: 'leads' },
	contacts: { kind: 'contacts' },
	companies: { kind: 'companies' },
	customers: { kind: 'customers' },
	task: { kind: 'tasks' },
	unsorted: { kind: 'unsorted' },
	talk: { kind: 'talks' },
	message: { kind: 'messages' },
	outgoing_message: { kind: 'messages', code: 'outgoing_message' },
	catalogs: { kind: 'catalog_elements' },
};

/** Actions of deliveries; the second line are those of the digital pipeline (§5.5). */
export const ACTIONS = new Set([
	...['add', 'update', 'delete', 'restore', 'status', 'responsible', 'note'],
	...['mail_in', 'call_in', 'chat', 'site_visit', 'period'],
]);

/** Numbers of kinds in `element_type` (§5.4). */
const ELEMENT_TYPES: Record<number, EntityKind> = {
	1: 'contacts',
	2: 'leads',
	3: 'companies',
	12: 'customers',
};

export function kindOfElement(elementType: unknown): EntityKind | null {
	// a text that is no number may be a name every object has
	return typeof elementType === 'number' ? (ELEMENT_TYPES[elementType] ?? null) : null;
}
