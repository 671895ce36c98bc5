import type { INodeProperties } from 'n8n-workflow';

import { isBlank, isLocator } from '../../shared/readFields';
import type { EntityType } from '../model';
import { idByName, type Named } from './byName';
import { toId, wholeNumber } from './ids';
import type { KommoField, KommoRow } from './kommoField';

interface LocatorOptions {
	displayName: string;
	name: string;
	/** Method of the searchable list; without it only "By ID" is offered. */
	searchListMethod?: string;
	/** Entity whose card links are understood. */
	kind?: EntityType;
	description?: string;
	required?: boolean;
	/** Where the id goes in the body; absent for ids that are a part of the path. */
	property?: string;
	/** Name in the operation's URL, e.g. `{id}`. */
	path?: string;
	/** What the account has defined, for ids that may also be given by name. */
	known?: (row: KommoRow, given: unknown) => Promise<Named[]>;
}

/** Picks a record from a searchable list, by id, or by the link of its card. */
export function locator(options: LocatorOptions): KommoField {
	const { displayName, name, property, path } = options;
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: options.searchListMethod ? 'list' : 'id', value: '' },
		required: options.required ?? true,
		...(options.description ? { description: options.description } : {}),
		modes: modes(options),
		...(property ? { routing: { send: { type: 'body', property } } } : {}),
	};
	return {
		prop,
		to: async (value, row) => {
			const id = await idOf(value, row, options);
			if (path) row.path(path, id);
			return id;
		},
	};
}

async function idOf(value: unknown, row: KommoRow, options: LocatorOptions): Promise<number> {
	const { displayName, kind, known } = options;
	const given = isLocator(value) ? value.value : value;
	const isName = known && !isBlank(given) && wholeNumber(given) === null;
	if (!isName) return toId(value, displayName, kind);
	return await idByName(given, displayName, async () => await known(row, given));
}

function modes(options: LocatorOptions): INodeProperties['modes'] {
	const { searchListMethod, kind, displayName, known } = options;
	const list = {
		displayName: 'From List',
		name: 'list',
		type: 'list' as const,
		placeholder: `Select a ${displayName.toLowerCase()}…`,
		typeOptions: { searchListMethod, searchable: true },
	};
	const byId = {
		displayName: 'By ID',
		name: 'id',
		type: 'string' as const,
		placeholder: 'e.g. 7001',
		...(known ? { hint: 'In an expression also the name' } : {}),
	};
	const byUrl = {
		displayName: 'By URL',
		name: 'url',
		type: 'string' as const,
		placeholder: `e.g. https://acme.kommo.com/${kind}/detail/7001`,
	};
	return [...(searchListMethod ? [list] : []), byId, ...(kind ? [byUrl] : [])];
}

export const leadLocator = (use: { property?: string; path?: string } = {}): KommoField =>
	locator({
		displayName: 'Lead',
		name: 'leadId',
		searchListMethod: 'searchLeads',
		kind: 'leads',
		...use,
	});

export const contactLocator = (use: { property?: string; path?: string } = {}): KommoField =>
	locator({
		displayName: 'Contact',
		name: 'contactId',
		searchListMethod: 'searchContacts',
		kind: 'contacts',
		...use,
	});

export const companyLocator = (use: { property?: string; path?: string } = {}): KommoField =>
	locator({
		displayName: 'Company',
		name: 'companyId',
		searchListMethod: 'searchCompanies',
		kind: 'companies',
		...use,
	});

export const taskLocator = (use: { property?: string; path?: string } = {}): KommoField =>
	locator({ displayName: 'Task', name: 'taskId', searchListMethod: 'searchTasks', ...use });

export const pipelineLocator = (use: { property?: string; path?: string } = {}): KommoField =>
	locator({
		displayName: 'Pipeline',
		name: 'pipelineId',
		searchListMethod: 'searchPipelines',
		known: async (row) => await row.session.lookups.pipelines(),
		...use,
	});
