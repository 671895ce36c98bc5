import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../shared/readFields';
import { kindOf, type KindName } from '../kinds';
import type { ClevertimField } from './clevertimField';
import { checkReference, toFolderId, toId } from './ids';
import { body } from './plain';

interface LocatorOptions {
	displayName: string;
	name: string;
	kind: KindName;
	required?: boolean;
	description?: string;
	/** Where the id goes in the body; absent for ids that are a part of the path. */
	property?: string;
	/** Name in the operation's URL, e.g. `{id}`. */
	path?: string;
	/** The record is checked to be there before anything is sent. */
	isReference?: boolean;
	displayOptions?: INodeProperties['displayOptions'];
}

/** Methods of the searchable lists, by kind. */
export const LIST_METHODS: Partial<Record<KindName, string>> = {
	contact: 'searchContacts',
	company: 'searchCompanies',
	opportunity: 'searchOpportunities',
	case: 'searchCases',
	task: 'searchTasks',
	note: 'searchNotes',
	comment: 'searchComments',
	customfield: 'searchCustomFields',
	user: 'searchUsers',
	group: 'searchGroups',
	folder: 'searchFolders',
	file: 'searchFiles',
	linkedfile: 'searchLinkedFiles',
};

/** Picks a record from a searchable list, or by id. */
export function locator(options: LocatorOptions): ClevertimField {
	const { displayName, name, kind, property, path, isReference } = options;
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: options.required ?? true,
		...(options.description ? { description: options.description } : {}),
		...(options.displayOptions ? { displayOptions: options.displayOptions } : {}),
		modes: locatorModes(LIST_METHODS[kind] ?? '', kindOf(kind).noun, kind === 'folder'),
		...(property ? { routing: body(property) } : {}),
	};
	return {
		prop,
		to: async (value, row) => {
			if (options.required === false && isBlank(value)) return undefined;
			const id = kind === 'folder' ? toFolderId(value, displayName) : toId(value, displayName);
			if (isReference) await checkReference(kind, id, displayName, row);
			if (path) row.path(path, id);
			return id;
		},
	};
}

export function locatorModes(
	searchListMethod: string,
	noun: string,
	isFolder = false,
): INodeProperties['modes'] {
	const list = {
		displayName: 'From List',
		name: 'list',
		type: 'list' as const,
		placeholder: `Select a ${noun}…`,
		typeOptions: { searchListMethod, searchable: true },
	};
	const byId = {
		displayName: 'By ID',
		name: 'id',
		type: 'string' as const,
		placeholder: isFolder ? 'e.g. f1001' : 'e.g. 1234',
	};
	return [list, byId];
}

/** A reference to another record in the body; empty leaves it alone. */
export const reference = (
	displayName: string,
	name: string,
	kind: KindName,
	property: string,
): ClevertimField =>
	locator({ displayName, name, kind, property, required: false, isReference: true });
