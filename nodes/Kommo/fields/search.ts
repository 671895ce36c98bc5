import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import { toIds } from './ids';
import type { KommoField, KommoRow } from './kommoField';
import { collection } from './plain';
import { date, filledText, listOf, price, users } from './values';
import { shown } from '../../shared/shown';

export const returnAll: KommoField = {
	prop: {
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
};

export const limit: KommoField = {
	prop: {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
};

export const simplify: KommoField = {
	prop: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
};

export const query: KommoField = {
	prop: {
		displayName: 'Query',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ana, +1 202 555 0143',
		description: 'Text to look for in the names and filled fields; the search is fuzzy',
		routing: { send: { type: 'query', property: 'query' } },
	},
	to: filledText('Query'),
};

/** `with` values as one text (fact sheet §0.2, 11). */
export function include(options: Array<{ name: string; value: string }>): KommoField {
	return {
		prop: {
			displayName: 'Include',
			name: 'include',
			type: 'multiOptions',
			options,
			default: [],
			description: 'What else to return with each record',
			routing: { send: { type: 'query', property: 'with' } },
		},
		to: (value) => {
			const parts = listOf(value);
			return parts.length === 0 ? undefined : parts.join(',');
		},
	};
}

/** Order of the results; without one, everything is read by id, so that pages do not shift. */
export function sort(fields: Array<{ name: string; value: string }>): KommoField {
	const prop: INodeProperties = {
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Sort',
		options: [
			{
				displayName: 'Sort By',
				name: 'by',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: fields,
						default: 'id',
					},
					{
						displayName: 'Direction',
						name: 'direction',
						type: 'options',
						options: [
							{ name: 'Ascending', value: 'asc' },
							{ name: 'Descending', value: 'desc' },
						],
						default: 'asc',
					},
				],
			},
		],
	};
	return {
		prop,
		to: (value, row) => {
			const by = isRecord(value) && isRecord(value.by) ? value.by : null;
			const field = typeof by?.field === 'string' ? by.field : null;
			if (field !== null) row.query(`order[${field}]`, by?.direction === 'desc' ? 'desc' : 'asc');
			else if (row.parameter('returnAll') === true) row.query('order[id]', 'asc');
			return undefined;
		},
	};
}

interface FilterOptions {
	/** The account's add-on that leads, contacts, companies and customers need on amoCRM (§4.1). */
	needsAddOn: boolean;
	/** Whether an expression that gives nothing is refused: without the filter everything would come. */
	needsValue?: boolean;
}

/** What is left empty in the form is no filter; an empty list from an expression is a mistake. */
function requireValue(value: unknown, label: string): void {
	const isNothing = value === null || (Array.isArray(value) && value.every(isBlank));
	if (!isNothing) return;
	throw new InvalidValue(
		`'${label}' is empty`,
		'Without it everything would be returned. Check the expression: it gave nothing for this item.',
	);
}

/** On amoCRM filters are ignored, without a word, where the account has not switched them on. */
export async function requireFilters(row: KommoRow): Promise<void> {
	if (row.session.host.product !== 'amocrm') return;
	const account = await row.session.lookups.account();
	if (account.is_api_filter_enabled !== false) return;
	throw new InvalidValue(
		"'Filters' cannot be used: API filtering is switched off for this amoCRM account",
		'The account would ignore them and return everything. Have API filtering switched on for the account, or leave the filters empty, use the query, and filter with the Filter node.',
	);
}

type FilterTransform = (value: unknown, row: KommoRow) => unknown;

/** Makes a filter field: its value goes to the query key, and the answer is held against it. */
export function filter(
	prop: INodeProperties,
	key: string,
	to: FilterTransform,
	options: FilterOptions,
	matches?: (wanted: unknown) => (entity: IDataObject) => boolean,
): KommoField {
	return {
		prop: { ...prop, routing: { send: { type: 'query', property: key } } },
		to: async (value, row) => {
			if (options.needsValue) requireValue(value, prop.displayName);
			const wanted = isBlank(value) ? undefined : await to(value, row);
			if (wanted === undefined || (Array.isArray(wanted) && wanted.length === 0)) return undefined;
			if (options.needsAddOn) await requireFilters(row);
			if (matches) row.expect(prop.displayName, matches(wanted));
			return wanted;
		},
	};
}

/** Holds a record against a list of wanted values of one of its properties. */
export const oneOf = (property: string) => (wanted: unknown) => {
	const set = new Set((Array.isArray(wanted) ? wanted : [wanted]).map(shown));
	// a record that does not show the property says nothing against the filter
	return (entity: IDataObject) =>
		entity[property] === undefined || set.has(shown(entity[property]));
};

export function idsFilter(options: FilterOptions): KommoField {
	const prop: INodeProperties = {
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7001, 7002',
		description: 'IDs separated by commas, or a list from an expression',
	};
	const use = { ...options, needsValue: true };
	return filter(prop, 'filter[id]', (value) => toIds(value, 'IDs'), use, oneOf('id'));
}

export function usersFilter(
	label: string,
	name: string,
	property: string,
	options: FilterOptions,
): KommoField {
	const prop: INodeProperties = {
		displayName: `${label} Names or IDs`,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	};
	return filter(prop, `filter[${property}]`, users(label), options, oneOf(property));
}

/** A range of times, as two fields: "… After" and "… Before", both inclusive on the wire. */
export function dateRange(
	label: string,
	name: string,
	property: string,
	options: FilterOptions,
): KommoField[] {
	return (['from', 'to'] as const).map((edge) => {
		const prop: INodeProperties = {
			displayName: `${label} ${edge === 'from' ? 'From' : 'To'}`,
			name: `${name}${edge === 'from' ? 'From' : 'To'}`,
			type: 'dateTime',
			default: '',
		};
		const key = `filter[${property}][${edge}]`;
		return filter(prop, key, date(prop.displayName), options, within(property, edge));
	});
}

export function priceRange(options: FilterOptions): KommoField[] {
	return (['from', 'to'] as const).map((edge) => {
		const prop: INodeProperties = {
			displayName: `Price ${edge === 'from' ? 'From' : 'To'}`,
			name: `price${edge === 'from' ? 'From' : 'To'}`,
			type: 'number',
			default: 0,
		};
		const key = `filter[price][${edge}]`;
		return filter(prop, key, price(prop.displayName, false), options, within('price', edge));
	});
}

const within = (property: string, edge: 'from' | 'to') => (wanted: unknown) => {
	const border = Number(wanted);
	return (entity: IDataObject) => {
		if (entity[property] === undefined) return true;
		// null: without a task or not closed, hence in no range
		if (entity[property] === null) return false;
		const value = Number(entity[property]);
		return edge === 'from' ? value >= border : value <= border;
	};
};

export function nameFilter(options: FilterOptions, placeholder: string): KommoField {
	const prop: INodeProperties = {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder,
		description: 'The exact name',
	};
	return filter(prop, 'filter[name]', filledText('Name'), options, named);
}

/** Lenient on purpose: how exactly servers compare is not documented. */
const named = (wanted: unknown) => {
	const text = shown(wanted).trim().toLowerCase();
	return ({ name }: IDataObject) => name === undefined || shown(name).toLowerCase().includes(text);
};

export const filters = (fields: KommoField[]): KommoField =>
	collection('Filters', 'filters', fields, 'Add Filter');
