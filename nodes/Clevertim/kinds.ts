import type { IDataObject } from 'n8n-workflow';

import { shown } from '../shared/shown';

/** Kinds of records, named as the API's paths are (fact sheet §4). */
export type KindName =
	| 'contact'
	| 'company'
	| 'opportunity'
	| 'case'
	| 'task'
	| 'note'
	| 'comment'
	| 'customfield'
	| 'user'
	| 'group'
	| 'folder'
	| 'file'
	| 'linkedfile';

export interface Kind {
	/** Path of the collection below the account's address. */
	path: string;
	/** In messages: "No linked file has the ID 7". */
	noun: string;
	plural: string;
	/** Small lists of settings: a record by id is taken from the whole list, as the client does (§7). */
	isSettings: boolean;
	/** What lists show for a record. */
	label: (record: IDataObject) => string;
}

const named = (key: string) => (record: IDataObject) => firstLine(record[key]);

const KINDS: Readonly<Record<KindName, Kind>> = {
	contact: kind('contact', 'contact', 'contacts', contactName),
	company: kind('company', 'company', 'companies', named('cn')),
	opportunity: kind('opportunity', 'opportunity', 'opportunities', named('name')),
	case: kind('case', 'case', 'cases', named('name')),
	task: kind('task', 'task', 'tasks', named('name')),
	note: kind('note', 'note', 'notes', named('desc')),
	comment: kind('comment', 'comment', 'comments', named('comment')),
	customfield: kind('customfield', 'custom field', 'custom fields', named('name'), true),
	// §10.5: the name of a user is called `user`
	user: kind('user', 'user', 'users', named('user'), true),
	group: kind('group', 'group', 'groups', named('name'), true),
	folder: kind('folder', 'folder', 'folders', named('name')),
	file: kind('file', 'file', 'files', named('name')),
	linkedfile: kind('linkedfile', 'linked file', 'linked files', named('name')),
};

export const KIND_NAMES = Object.keys(KINDS) as KindName[];

export const kindOf = (name: KindName): Kind => KINDS[name];

export const isKindName = (value: unknown): value is KindName =>
	typeof value === 'string' && Object.hasOwn(KINDS, value);

/** Whether reading all of a kind is documented (§4): it is not for files and folders. */
export const isListable = (name: KindName): boolean =>
	name !== 'file' && name !== 'linkedfile' && name !== 'folder';

/** The kind and, for a single record, the id a path is about; null for other paths. */
export function addressed(path: string): { name: KindName; id: string | null } | null {
	const [, name, id] = /^\/api\/([a-z]+)(?:\/([^/]+))?$/.exec(path) ?? [];
	return isKindName(name) ? { name, id: id === undefined ? null : decodeURIComponent(id) } : null;
}

/** First and last name as one text. */
export function contactName({ fn, ln }: IDataObject): string {
	return [fn, ln]
		.map((part) => shown(part).trim())
		.filter((part) => part !== '')
		.join(' ');
}

function kind(
	name: KindName,
	noun: string,
	plural: string,
	label: (record: IDataObject) => string,
	isSettings = false,
): Kind {
	return { path: `/api/${name}`, noun, plural, isSettings, label };
}

function firstLine(value: unknown): string {
	return (shown(value).trim().split('\n')[0] ?? '').slice(0, 80);
}
