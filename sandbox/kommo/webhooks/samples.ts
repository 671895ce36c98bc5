/** One delivery of every event as the sheet describes it, also of what the sandbox does not store (§5.4). */
import type { Change } from './changes';
import {
	company,
	contact,
	customer,
	element,
	lead,
	message,
	outgoing,
	review,
	talk,
	task,
	unsorted,
	unsortedDeclined,
	type Fields,
} from './sampleEntities';

function noteOn(elementType: number, elementId: number): Fields {
	return {
		note: {
			id: 6001,
			text: 'Asked for an offer',
			attachement: '',
			note_type: 4,
			element_type: elementType,
			element_id: elementId,
			account_id: 30001,
			main_user_id: 501,
			created_by: 502,
			modified_by: 502,
			date_create: '2026-01-01 04:00:00',
			metadata: '{"event_source":{"id":502,"author_name":"Sam Ode","type":1}}',
			created_at: 1767229200,
			updated_at: 1767229200,
		},
	};
}

const reassigned: Fields = { old_responsible_user_id: 502 };

interface Kind {
	word: string;
	group: string;
	fields: Fields;
	actions: string[];
	/** Fields by action, where they are others. */
	as?: { [action: string]: Fields };
}

const all = ['add', 'update', 'delete', 'restore', 'responsible', 'note'];

const kinds: Kind[] = [
	{
		word: 'lead',
		group: 'leads',
		fields: lead,
		actions: [...all, 'status'],
		as: {
			delete: { id: 7001, status_id: 142, pipeline_id: 900 },
			status: { ...lead, old_status_id: 60001 },
			note: noteOn(2, 7001),
		},
	},
	{
		word: 'contact',
		group: 'contacts',
		fields: contact,
		actions: all,
		as: { delete: { id: 8101, type: 'contact' }, note: noteOn(1, 8101) },
	},
	{
		word: 'company',
		group: 'contacts',
		fields: company,
		actions: all,
		as: { delete: { id: 8201, type: 'company' }, note: noteOn(3, 8201) },
	},
	{
		word: 'customer',
		group: 'customers',
		fields: customer,
		actions: ['add', 'update', 'delete', 'responsible', 'note'],
		as: { note: noteOn(12, 9001) },
	},
	{
		word: 'task',
		group: 'task',
		fields: task,
		actions: ['add', 'update', 'delete', 'responsible'],
		as: {
			update: {
				...task,
				status: 1,
				old_text: 'Call',
				action_close: 1,
				result: { id: 4001, text: 'Done' },
			},
		},
	},
	{ word: 'talk', group: 'talk', fields: talk, actions: ['add', 'update'] },
	{ word: 'message', group: 'message', fields: message, actions: ['add'] },
	{ word: 'outgoing_message', group: 'outgoing_message', fields: outgoing, actions: ['add'] },
	{
		word: 'unsorted',
		group: 'unsorted',
		fields: unsorted,
		actions: ['add', 'update', 'delete'],
		as: { delete: unsortedDeclined },
	},
	// the codes of list elements are unknown (§4.19, unverified)
	{
		word: 'catalog_element',
		group: 'catalogs',
		fields: element,
		actions: ['add', 'update', 'delete'],
	},
	// no group: the body has add[0] at its top
	{ word: 'chat_template_review', group: '', fields: review, actions: ['add'] },
];

/** Settings codes with a sample. */
export const sampleCodes: readonly string[] = kinds.flatMap(({ word, actions }) =>
	actions.map((action) => `${action}_${word}`),
);

/** The sample of an event; `more` replaces or adds fields. */
export function sampleChange(code: string, more: Fields = {}): Change | undefined {
	for (const { word, group, fields, actions, as = {} } of kinds) {
		const action = actions.find((one) => code === `${one}_${word}`);
		if (action === undefined) continue;
		const own = as[action] ?? (action === 'responsible' ? { ...fields, ...reassigned } : fields);
		return { code, group, action, fields: { ...own, ...more } };
	}
	return undefined;
}
