/**
 * What the texts of a delivery stand for, per kind of entity (fact sheet §5.4). Fields that are not
 * listed stay texts.
 *
 * - `integer`: ids, counts and Unix seconds
 * - `decimal`: amounts
 * - `flag`: 1 or 0
 * - `json`: a text with JSON in it
 * - `callJson`: JSON in notes about calls, plain text in others
 * - `moment`: the bare value of a date field, Unix seconds
 */
export type FieldType = 'integer' | 'decimal' | 'flag' | 'json' | 'callJson' | 'moment';

export interface FieldTable {
	[field: string]: FieldType | FieldTable | [FieldTable] | [FieldTable, bare: FieldType];
}

/** Stands for every name a table does not list: records keyed by id. */
export const ANY_NAME = '*';

const TIMES: FieldTable = { created_at: 'integer', updated_at: 'integer' };

const CUSTOM_FIELDS: [FieldTable] = [
	{
		id: 'integer',
		// dates come bare, everything else under 'value'
		values: [{ enum: 'integer', catalog_id: 'integer', catalog_element_id: 'integer' }, 'moment'],
	},
];

const TAGS: [FieldTable] = [{ id: 'integer' }];

const AUTHORED: FieldTable = {
	id: 'integer',
	responsible_user_id: 'integer',
	old_responsible_user_id: 'integer',
	last_modified: 'integer',
	modified_user_id: 'integer',
	created_user_id: 'integer',
	date_create: 'integer',
	account_id: 'integer',
	main_user_id: 'integer',
	tags: TAGS,
	custom_fields: CUSTOM_FIELDS,
	...TIMES,
};

const LEAD: FieldTable = {
	...AUTHORED,
	status_id: 'integer',
	old_status_id: 'integer',
	price: 'decimal',
	pipeline_id: 'integer',
	old_pipeline_id: 'integer',
	loss_reason_id: 'integer',
	group_id: 'integer',
	closed_at: 'integer',
};

const CONTACT: FieldTable = {
	...AUTHORED,
	linked_company_id: 'integer',
	linked_leads_id: { [ANY_NAME]: { ID: 'integer' } },
	group_id: 'integer',
};

const CUSTOMER: FieldTable = {
	...AUTHORED,
	status_id: 'integer',
	old_status_id: 'integer',
	period_id: 'integer',
	old_period_id: 'integer',
	next_price: 'decimal',
	next_date: 'integer',
	periodicity: 'integer',
	purchases: 'integer',
	average_check: 'decimal',
	ltv: 'decimal',
};

/** `date_create`, `last_modified` and `complete_till` are texts in account time. */
const TASK: FieldTable = {
	id: 'integer',
	element_id: 'integer',
	element_type: 'integer',
	task_type: 'integer',
	status: 'integer',
	account_id: 'integer',
	created_user_id: 'integer',
	modified_user_id: 'integer',
	responsible_user_id: 'integer',
	old_responsible_user_id: 'integer',
	complete_before: 'integer',
	action_close: 'flag',
	result: { id: 'integer' },
	...TIMES,
};

const NOTE: FieldTable = {
	id: 'integer',
	text: 'callJson',
	note_type: 'integer',
	element_type: 'integer',
	element_id: 'integer',
	account_id: 'integer',
	main_user_id: 'integer',
	created_by: 'integer',
	modified_by: 'integer',
	metadata: 'json',
	...TIMES,
};

const UNSORTED_LISTS: FieldTable = {
	leads: [LEAD, 'integer'],
	contacts: [CONTACT, 'integer'],
	companies: [CONTACT, 'integer'],
};

const UNSORTED: FieldTable = {
	date_create: 'integer',
	pipeline_id: 'integer',
	account_id: 'integer',
	source_id: 'integer',
	lead_id: 'integer',
	modified_user_id: 'integer',
	modified_at: 'integer',
	source_data: { date: 'integer', form_id: 'integer', data: [{ date: 'integer' }] },
	data: UNSORTED_LISTS,
	accept_result: UNSORTED_LISTS,
	decline_result: UNSORTED_LISTS,
	...TIMES,
};

const TALK: FieldTable = {
	talk_id: 'integer',
	rate: 'integer',
	contact_id: 'integer',
	entity_id: 'integer',
	is_in_work: 'flag',
	is_read: 'flag',
	...TIMES,
};

const MESSAGE: FieldTable = {
	talk_id: 'integer',
	contact_id: 'integer',
	element_type: 'integer',
	element_id: 'integer',
	entity_id: 'integer',
	source_id: 'integer',
	author: { user_id: 'integer' },
	created_at: 'integer',
};

const LIST_ELEMENT: FieldTable = { ...AUTHORED, catalog_id: 'integer', is_deleted: 'flag' };

const TEMPLATE_REVIEW: FieldTable = {
	id: 'integer',
	account_id: 'integer',
	is_editable: 'flag',
	is_on_review: 'flag',
	reviews: [{ id: 'integer', source_id: 'integer' }],
	...TIMES,
};

/** Kinds of entities, by the name they have in items. */
export const FIELD_TABLES = {
	leads: LEAD,
	contacts: CONTACT,
	companies: CONTACT,
	customers: CUSTOMER,
	tasks: TASK,
	notes: NOTE,
	unsorted: UNSORTED,
	talks: TALK,
	messages: MESSAGE,
	catalog_elements: LIST_ELEMENT,
	chat_templates: TEMPLATE_REVIEW,
} as const satisfies Record<string, FieldTable>;

export const ACCOUNT_TABLE: FieldTable = { id: 'integer' };
