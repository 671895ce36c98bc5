/** What each resource can do and holds (§4, §6): data for the handlers. */
import type { CollectionName } from './store';

export interface Kind {
	/** Missing verbs answer 501. */
	verbs: ReadonlySet<'GET' | 'POST' | 'PUT' | 'DELETE'>;
	/** Keys that cannot be written; they are ignored. */
	readOnly: readonly string[];
	/** One of each list must hold a value on create and after an update. */
	required: ReadonlyArray<readonly string[]>;
	/** Keys with a fixed type: others come as they are. */
	types: Readonly<Record<string, FieldType>>;
	/** References to check: key → collections. */
	references: Readonly<Record<string, readonly CollectionName[]>>;
	/** Values of a new record without them. */
	defaults: Readonly<Record<string, unknown>>;
	/** A POST answers the whole record. */
	echoes: boolean;
	/** The creator is noted in userId. */
	hasCreator: boolean;
}

export type FieldType =
	'text' | 'number' | 'boolean' | 'texts' | 'phones' | 'smids' | 'moment' | 'cf';

const ALL = new Set(['GET', 'POST', 'PUT', 'DELETE'] as const);
const READ = new Set(['GET'] as const);
const COMMON = ['id', 'ao', 'lm'];
const CUSTOMER: readonly CollectionName[] = ['contact', 'company'];

const PERSON_TYPES: Record<string, FieldType> = {
	email: 'texts',
	website: 'texts',
	tags: 'texts',
	phones: 'phones',
	smids: 'smids',
	cf: 'cf',
	description: 'text',
	address: 'text',
	city: 'text',
	postcode: 'text',
	region: 'text',
	country: 'text',
	ctype: 'text',
	is_private: 'boolean',
	gid: 'number',
};

const PERSON_READ_ONLY = [...COMMON, 'lc', 'cphoto', 'notes', 'opportunities', 'tasks', 'cases'];

function kind(more: Partial<Kind>): Kind {
	return {
		verbs: ALL,
		readOnly: COMMON,
		required: [],
		types: {},
		references: {},
		defaults: {},
		echoes: false,
		hasCreator: false,
		...more,
	};
}

export const KINDS: Readonly<Record<CollectionName, Kind>> = {
	contact: kind({
		readOnly: PERSON_READ_ONLY,
		required: [['fn', 'ln']],
		types: { ...PERSON_TYPES, fn: 'text', ln: 'text', title: 'text', companyId: 'number' },
		references: { companyId: ['company'], puser: ['user'] },
		defaults: { is_company: false },
		echoes: true,
	}),
	company: kind({
		readOnly: PERSON_READ_ONLY,
		required: [['cn']],
		types: { ...PERSON_TYPES, cn: 'text' },
		references: { puser: ['user'] },
		defaults: { is_company: true },
		echoes: true,
	}),
	opportunity: kind({
		readOnly: [...COMMON, 'tasks', 'notes', 'userId'],
		required: [['name']],
		// §10.6: the value is a text
		types: { name: 'text', value: 'text', currency: 'text', tags: 'texts', cf: 'cf' },
		references: { cust: CUSTOMER, leadUser: ['user'] },
		defaults: { status: 'Open' },
		echoes: true,
		hasCreator: true,
	}),
	case: kind({
		readOnly: [...COMMON, 'tasks', 'notes', 'userId'],
		required: [['name']],
		types: { name: 'text', tags: 'texts', cf: 'cf' },
		references: { cust: CUSTOMER, leadUser: ['user'] },
		echoes: true,
		hasCreator: true,
	}),
	task: kind({
		readOnly: [...COMMON, 'userId', 'comments'],
		types: {
			name: 'text',
			location: 'text',
			startDate: 'moment',
			endDate: 'moment',
			is_completed: 'boolean',
			is_deleted: 'boolean',
			recevery: 'number',
		},
		references: { cust: CUSTOMER, case: ['case'], opp: ['opportunity'], aUserId: ['user'] },
		defaults: { atype: 'Not set', is_completed: false },
		hasCreator: true,
	}),
	note: kind({
		readOnly: [...COMMON, 'userId', 'comments', 'hl', 'delvry', 'email'],
		required: [['desc']],
		types: { desc: 'text' },
		references: { cust: CUSTOMER, case: ['case'], opportunity: ['opportunity'] },
		defaults: { type: 'N' },
		hasCreator: true,
	}),
	comment: kind({
		verbs: new Set(['GET', 'POST', 'DELETE'] as const),
		required: [['comment'], ['nid', 'tid']],
		types: { comment: 'text' },
		references: { nid: ['note'], tid: ['task'] },
		defaults: { nid: null, tid: null },
		hasCreator: true,
	}),
	customfield: kind({
		readOnly: [...COMMON, 'fullname'],
		required: [['name'], ['elemType'], ['modelType']],
		types: { name: 'text', elemType: 'text', modelType: 'texts', multiple: 'boolean' },
		defaults: { multiple: false, app: null },
	}),
	user: kind({ verbs: READ }),
	group: kind({ verbs: READ }),
	folder: kind({
		required: [['name']],
		types: { name: 'text' },
		references: { parentId: ['folder'] },
		defaults: { is_dir: true, parentId: null },
	}),
	file: kind({
		required: [['name']],
		types: { name: 'text' },
		references: { parentId: ['folder'] },
		defaults: { parentId: null },
	}),
	linkedfile: kind({
		verbs: new Set(['GET', 'PUT', 'DELETE'] as const),
		readOnly: [...COMMON, 'sys', 'size', 'link', 'icon'],
		required: [['name']],
		types: { name: 'text' },
	}),
};
