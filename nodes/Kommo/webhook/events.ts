import type { INodePropertyOptions } from 'n8n-workflow';

import type { EntityKind } from './decode/kinds';

/** Something the account can report: a settings code of a webhook subscription. */
export interface KommoEvent {
	code: string;
	name: string;
	kind: EntityKind;
	/** Second part of a delivery's keys. */
	action: string;
	description: string;
	/** What the documentation leaves open about the code; absent where it is documented. */
	doubt?: string;
}

const WHOLE = ['add', 'update', 'delete', 'restore', 'responsible', 'note'] as const;

const VERBS: Record<string, { name: string; says: (one: string) => string }> = {
	add: { name: 'Added', says: (one) => `When ${one} is added` },
	update: { name: 'Updated', says: (one) => `When ${one} is changed` },
	delete: { name: 'Deleted', says: (one) => `When ${one} is deleted` },
	restore: { name: 'Restored', says: (one) => `When a deleted ${bare(one)} is restored` },
	status: { name: 'Stage Changed', says: (one) => `When ${one} moves to another stage` },
	responsible: {
		name: 'Responsible User Changed',
		says: (one) => `When ${one} gets another responsible user`,
	},
	note: { name: 'Note Added', says: (one) => `When a note is added to ${one}` },
};

interface Group {
	kind: EntityKind;
	/** As the form calls one of them. */
	name: string;
	/** As a sentence calls one of them. */
	one: string;
	/** Last part of the codes. */
	word: string;
	actions: readonly string[];
	/** By action; `*` for all. */
	doubts?: Record<string, string>;
}

const NOT_LISTED = 'the documentation does not list it, but accounts are known to send it';
const FROM_CODE = "the code comes from other people's programs (unverified)";
const ONLY_AMOCRM = 'amoCRM only';

/** The table of fact sheet §4.19, grouped by entity. */
const GROUPS: Group[] = [
	{ kind: 'leads', name: 'Lead', one: 'a lead', word: 'lead', actions: [...WHOLE, 'status'] },
	{ kind: 'contacts', name: 'Contact', one: 'a contact', word: 'contact', actions: WHOLE },
	{ kind: 'companies', name: 'Company', one: 'a company', word: 'company', actions: WHOLE },
	{
		kind: 'customers',
		name: 'Customer',
		one: 'a customer',
		word: 'customer',
		actions: ['add', 'update', 'delete', 'responsible', 'note'],
		doubts: { '*': ONLY_AMOCRM },
	},
	{
		kind: 'tasks',
		name: 'Task',
		one: 'a task',
		word: 'task',
		actions: ['add', 'update', 'delete', 'responsible'],
		doubts: { update: 'Kommo offers it in the account, but does not document it' },
	},
	{
		kind: 'talks',
		name: 'Talk',
		one: 'a conversation',
		word: 'talk',
		actions: ['add', 'update'],
		doubts: { update: `Kommo: ${NOT_LISTED}` },
	},
	{
		kind: 'messages',
		name: 'Incoming Message',
		one: 'an incoming chat message',
		word: 'message',
		actions: ['add'],
		doubts: { add: 'documented by Kommo only' },
	},
	{
		kind: 'messages',
		name: 'Outgoing Message',
		one: 'an outgoing chat message',
		word: 'outgoing_message',
		actions: ['add'],
		doubts: { add: `Kommo: ${NOT_LISTED}` },
	},
	{
		kind: 'unsorted',
		name: 'Incoming Lead',
		one: 'an incoming lead',
		word: 'unsorted',
		actions: ['add', 'update', 'delete'],
		doubts: { add: NOT_LISTED, update: FROM_CODE, delete: FROM_CODE },
	},
	{
		kind: 'catalog_elements',
		name: 'List Element',
		one: 'a list element or product',
		word: 'catalog_element',
		actions: ['add', 'update', 'delete'],
		doubts: {
			'*': 'the code is a guess (unverified): if the account refuses it, choose the event in the webhook settings of the account',
		},
	},
];

const TEMPLATE_REVIEW: KommoEvent = {
	code: 'add_chat_template_review',
	name: 'Chat Template Reviewed',
	kind: 'chat_templates',
	action: 'add',
	description: 'When WhatsApp has reviewed a chat template',
};

/** Every event of the table, in the order of the form. */
export const EVENTS: readonly KommoEvent[] = [...GROUPS.flatMap(eventsOf), TEMPLATE_REVIEW].sort(
	(a, b) => a.name.localeCompare(b.name, 'en'),
);

/** The choices of 'Trigger On': alphabetical, so that an entity's events stand together. */
export const EVENT_OPTIONS: INodePropertyOptions[] = EVENTS.map((event) => ({
	name: event.name,
	value: event.code,
	description:
		event.doubt === undefined ? event.description : `${event.description} (${event.doubt})`,
}));

function eventsOf({ kind, name, one, word, actions, doubts }: Group): KommoEvent[] {
	return actions.flatMap((action) => {
		const verb = VERBS[action];
		if (!verb) return [];
		const doubt = doubts?.[action] ?? doubts?.['*'];
		return [
			{
				code: `${action}_${word}`,
				name: `${name} ${verb.name}`,
				kind,
				action,
				description: verb.says(one),
				...(doubt === undefined ? {} : { doubt }),
			},
		];
	});
}

function bare(one: string): string {
	return one.replace(/^an? /, '');
}
