/** Entities as deliveries carry them (§5.4). */
import type { PhpValue } from './phpForm';

export type Fields = { [key: string]: PhpValue };

const written: Fields = {
	responsible_user_id: 501,
	date_create: 1767225600,
	last_modified: 1767229200,
	created_user_id: 501,
	modified_user_id: 502,
};
const dated: Fields = { created_at: 1767225600, updated_at: 1767229200 };

const channel: Fields = {
	id: 3101,
	name: 'Channel',
	values: [{ value: 'Referral', enum: 310101 }],
	code: 'CHANNEL',
};
const phone: Fields = {
	id: 3201,
	name: 'Phone',
	values: [
		{ value: '+12025550143', enum: 320101 },
		{ value: '+12025550144', enum: 320102 },
	],
	code: 'PHONE',
};
// dates are scalars, flags 1, items nested (§5.4)
const visit: Fields = { id: 3105, name: 'Visit date', values: [1767571200] };
const vip: Fields = { id: 3107, name: 'Insured', values: [{ value: true }] };
const items: Fields = {
	id: 3190,
	name: 'Items',
	values: [{ value: { description: 'Tile', unit_price: 12.5, quantity: 3 } }],
};

export const lead: Fields = {
	id: 7001,
	name: 'Roof & repair "A"',
	status_id: 142,
	price: 1450,
	...written,
	pipeline_id: 900,
	tags: [
		{ id: 14, name: 'vip' },
		{ id: 15, name: 'сайт' },
	],
	account_id: 30001,
	custom_fields: [channel, visit, vip, items],
	...dated,
};

export const contact: Fields = {
	id: 8101,
	name: 'Ana Reis',
	...written,
	company_name: 'Reis Ltda',
	linked_company_id: 8201,
	account_id: 30001,
	custom_fields: [phone],
	linked_leads_id: { '7001': { ID: 7001 }, '7002': { ID: 7002 } },
	tags: [{ id: 16, name: 'buyer' }],
	...dated,
	type: 'contact',
};

export const company: Fields = {
	id: 8201,
	name: 'Reis Ltda',
	...written,
	account_id: 30001,
	custom_fields: [phone],
	linked_leads_id: { '7001': { ID: 7001 } },
	...dated,
	type: 'company',
};

export const customer: Fields = {
	id: 9001,
	name: 'Ana Reis',
	status_id: 1201,
	next_price: 300,
	next_date: 1769817600,
	...written,
	account_id: 40001,
	custom_fields: [channel],
	...dated,
};

export const task: Fields = {
	id: 4001,
	element_id: 7001,
	element_type: 2,
	task_type: 1,
	date_create: '2026-01-01 03:00:00',
	text: 'Call back',
	status: 0,
	account_id: 30001,
	created_user_id: 501,
	modified_user_id: 502,
	last_modified: '2026-01-01 04:00:00',
	responsible_user_id: 501,
	complete_till: '2026-01-02 23:59:00',
	complete_before: 1767398340,
	...dated,
};

export const unsorted: Fields = {
	uid: '5f1c0c6d8a1b4c55e1',
	source: '12025550143',
	source_uid: '9b2c',
	category: 'chats',
	source_data: {
		from: '12025550143',
		name: 'Ana Reis',
		to: '12025550100',
		date: 1767225600,
		service: 'waba',
		site: 'whatsapp',
		client: { name: 'Ana Reis', id: 'c0a8012e' },
		origin: { provider: 'waba', chat_id: '2d5f6c1a' },
		data: [{ id: 'm1', text: 'Hello', manager: 0, date: 1767225600 }],
		source_name: 'WhatsApp',
	},
	date_create: 1767225600,
	data: { contacts: [{ id: 8101 }], leads: [{ id: 7002, name: 'Door' }] },
	pipeline_id: 900,
	account_id: 30001,
	source_id: 6801,
	lead_id: 7002,
	created_at: 1767225600,
};

export const unsortedDeclined: Fields = {
	action: 'decline',
	uid: '5f1c0c6d8a1b4c55e1',
	category: 'chats',
	created_at: 1767229200,
	modified_user_id: 501,
	decline_result: { leads: [7002] },
};

export const talk: Fields = {
	talk_id: 6101,
	created_at: 1767225600,
	updated_at: 1767229200,
	rate: 0,
	contact_id: 8101,
	chat_id: '2d5f6c1a-9f0e-4a36-8f55-3a1d2b0c7e11',
	entity_id: 7001,
	entity_type: 'lead',
	is_in_work: 1,
	is_read: 0,
	origin: 'waba',
};

export const message: Fields = {
	id: 'b1946ac9-2492-4d23-a9f7-8b1f6a0c1d22',
	chat_id: '2d5f6c1a-9f0e-4a36-8f55-3a1d2b0c7e11',
	talk_id: 6101,
	contact_id: 8101,
	text: 'Is Friday possible?',
	created_at: 1767229200,
	message_type: 'picture',
	element_type: 2,
	entity_type: 'lead',
	element_id: 7001,
	entity_id: 7001,
	type: 'incoming',
	author: { id: 'c0a8012e', type: 'external', name: 'Ana Reis' },
	origin: 'waba',
	attachment: { type: 'picture', link: 'https://files.example/1', file_name: 'roof.jpg' },
};

export const outgoing: Fields = {
	...message,
	type: 'outgoing',
	author: { id: 'a1', type: 'internal', user_id: 501, name: 'Dana Cole' },
};

export const element: Fields = {
	id: 5501,
	name: 'Roof tile',
	catalog_id: 5001,
	custom_fields: [{ id: 5101, name: 'SKU', values: [{ value: 'RT-7' }], code: 'SKU' }],
	...dated,
};

export const review: Fields = {
	id: 6601,
	type: 'waba',
	account_id: 30001,
	name: 'visit_reminder',
	content: 'We come tomorrow.',
	...dated,
	is_editable: 1,
	reviews: [{ id: 6701, source_id: 6801, status: 'approved', reject_reason: '' }],
	is_on_review: 0,
	waba_footer: 'Acme',
	waba_category: 'UTILITY',
	waba_language: 'en',
};
