import { ACTIVITY_TYPES, CONTACT_TYPES, NOTE_TYPES, RECURRENCES, type Code } from '../codes';
import type { KindName } from '../kinds';
import type { ValueType } from '../transport/localQuery';

/** A field that records can be filtered and sorted by (fact sheet §6). */
export interface FilterField {
	name: string;
	/** The API's own name; also the value in the form. */
	path: string;
	type: ValueType;
	/** The value may be given by name. */
	codes?: Code[];
	/** The value is a user, by id, name or email. */
	isUser?: boolean;
}

const field = (
	name: string,
	path: string,
	type: ValueType = 'text',
	more: Partial<FilterField> = {},
): FilterField => ({ name, path, type, ...more });

const user = (name: string, path: string): FilterField => field(name, path, 'id', { isUser: true });

const COMMON = [
	field('Created At', 'ao', 'time'),
	field('ID', 'id', 'number'),
	field('Private', 'is_private', 'boolean'),
	field('Updated At', 'lm', 'time'),
];

const PERSON = [
	...COMMON,
	field('Address', 'address'),
	field('City', 'city'),
	field('Contact Type', 'ctype', 'text', { codes: CONTACT_TYPES }),
	field('Country', 'country'),
	field('Description', 'description'),
	field('Email', 'email'),
	field('Last Contacted', 'lc', 'time'),
	field('Phone', 'phones', 'phone'),
	field('Postcode', 'postcode'),
	field('Region', 'region'),
	field('Social Media ID', 'smids'),
	field('Tag', 'tags'),
	field('Website', 'website'),
];

const WORK = [
	...COMMON,
	user('Created By', 'userId'),
	field('Customer ID', 'cust', 'id'),
	field('Description', 'description'),
	user('Lead User', 'leadUser'),
	field('Name', 'name'),
	field('Tag', 'tags'),
];

const FILES = [...COMMON, field('Folder ID', 'parentId', 'id'), field('Name', 'name')];

const FIELDS: Partial<Record<KindName, FilterField[]>> = {
	contact: [
		...PERSON,
		field('Company ID', 'companyId', 'id'),
		field('First Name', 'fn'),
		field('Last Name', 'ln'),
		field('Title', 'title'),
	],
	company: [...PERSON, field('Name', 'cn')],
	opportunity: [
		...WORK,
		field('Currency', 'currency'),
		field('Status', 'status'),
		field('Value', 'value', 'number'),
	],
	case: WORK,
	task: [
		...COMMON,
		field('Activity Type', 'atype', 'text', { codes: ACTIVITY_TYPES }),
		user('Assignee', 'aUserId'),
		field('Case ID', 'case', 'id'),
		field('Completed', 'is_completed', 'boolean'),
		user('Created By', 'userId'),
		field('Customer ID', 'cust', 'id'),
		field('Deleted', 'is_deleted', 'boolean'),
		field('End Date', 'endDate', 'moment'),
		field('Location', 'location'),
		field('Name', 'name'),
		field('Opportunity ID', 'opp', 'id'),
		field('Recurrence', 'rec', 'text', { codes: RECURRENCES }),
		field('Start Date', 'startDate', 'moment'),
	],
	note: [
		...COMMON,
		field('Case ID', 'case', 'id'),
		user('Created By', 'userId'),
		field('Customer ID', 'cust', 'id'),
		field('Deleted', 'is_deleted', 'boolean'),
		field('Opportunity ID', 'opportunity', 'id'),
		field('Text', 'desc'),
		field('Type', 'type', 'text', {
			codes: [...NOTE_TYPES, { name: 'Email', value: 'E' }],
		}),
	],
	comment: [
		...COMMON,
		user('Created By', 'userId'),
		field('Note ID', 'nid', 'id'),
		field('Task ID', 'tid', 'id'),
		field('Text', 'comment'),
	],
	// their ids are texts such as f1001 (§6.10)
	folder: FILES.map((one) => (one.path === 'id' ? { ...one, type: 'text' } : one)),
	file: FILES,
	linkedfile: [...COMMON, field('Name', 'name'), field('Size', 'size', 'number')],
};

/** Sorted by name, as the form shows them. */
export function filterFieldsOf(kind: KindName): FilterField[] {
	return [...(FIELDS[kind] ?? COMMON)].sort((a, b) => a.name.localeCompare(b.name));
}
