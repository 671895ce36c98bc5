import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { ComagicField, Transform } from './comagicField';

type More = Partial<INodeProperties>;

const inQuery = (property: string): INodeProperties['routing'] => ({
	send: { type: 'query', property },
});

const inBody = (property: string): INodeProperties['routing'] => ({
	send: { type: 'body', property },
});

/** A record's ID as the API takes it: digits. Empty leaves it out. */
export const toId =
	(label: string): Transform =>
	(value) => {
		const given = isLocator(value) ? value.value : value;
		if (isBlank(given)) return undefined;
		const text = shown(given).trim();
		if (/^-?\d+$/.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) : text;
		throw new InvalidValue(`'${label}' is not an ID: ${text}`, 'Enter digits.');
	};

/** An ID that is typed in. */
export const idField = (
	displayName: string,
	name: string,
	property: string,
	more: More = {},
): ComagicField => ({
	prop: {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234',
		...more,
		routing: inQuery(property),
	},
	to: toId(displayName),
});

interface Locator {
	displayName: string;
	name: string;
	property: string;
	searchListMethod: string;
	required?: boolean;
	description?: string;
	place?: 'query' | 'body';
}

/** Picks a record from a searchable list, or by ID. */
export function locator(use: Locator): ComagicField {
	const { displayName, name, property, required = false, description } = use;
	return {
		prop: {
			displayName,
			name,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required,
			...(description === undefined ? {} : { description }),
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: `Select a ${displayName.toLowerCase()}…`,
					typeOptions: { searchListMethod: use.searchListMethod, searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1234' },
			],
			routing: use.place === 'body' ? inBody(property) : inQuery(property),
		},
		to: toId(displayName),
	};
}

/** Agencies name the customer on every call that takes it (fact sheet §A.5, error matrix). */
export const customer = (place: 'query' | 'body' = 'query'): ComagicField =>
	locator({
		displayName: 'Customer',
		name: 'customerId',
		property: 'customer_id',
		searchListMethod: 'searchCustomers',
		description: 'Only for agencies, which have to say which customer they ask about',
		place,
	});

export const site = (required = false): ComagicField =>
	locator({
		displayName: 'Site',
		name: 'siteId',
		property: 'site_id',
		searchListMethod: 'searchSites',
		required,
	});

export const campaign: ComagicField = locator({
	displayName: 'Campaign',
	name: 'acId',
	property: 'ac_id',
	searchListMethod: 'searchCampaigns',
	description: 'Advertising campaign',
});

export const tag: ComagicField = locator({
	displayName: 'Tag',
	name: 'tagId',
	property: 'tag_id',
	searchListMethod: 'searchTags',
});

export const visitor: ComagicField = idField('Visitor ID', 'visitorId', 'visitor_id');

/** A text that is left out when it is empty. */
export const textField = (
	displayName: string,
	name: string,
	property: string,
	more: More = {},
): ComagicField => ({
	prop: { displayName, name, type: 'string', default: '', ...more, routing: inQuery(property) },
	to: (value) => (isBlank(value) ? undefined : shown(value).trim()),
});

/** Whether a switch is on; an expression may give it as a text. Throws InvalidValue. */
export function isOn(value: unknown, label: string): boolean {
	const word = shown(value).trim().toLowerCase();
	if (['', 'false', '0'].includes(word)) return false;
	if (word === 'true' || word === '1') return true;
	throw new InvalidValue(`'${label}' is neither true nor false: ${word}`, 'Use true or false.');
}

/** A switch that is sent only when it is on. */
export const flag = (
	displayName: string,
	name: string,
	property: string,
	description: string,
): ComagicField => ({
	prop: {
		displayName,
		name,
		type: 'boolean',
		default: false,
		description,
		routing: inQuery(property),
	},
	to: (value) => (isOn(value, displayName) ? true : undefined),
});

/** Options of a collection stand in alphabetical order. */
export function filters(fields: ComagicField[]): ComagicField {
	const sorted = [...fields].sort((a, b) => a.prop.displayName.localeCompare(b.prop.displayName));
	return {
		prop: {
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			default: {},
			placeholder: 'Add Filter',
		},
		fields: sorted,
	};
}
