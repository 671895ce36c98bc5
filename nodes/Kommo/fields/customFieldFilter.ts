import { DateTime } from 'luxon';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import type { CustomFieldDefinition, EntityType } from '../model';
import { matchesField, type FieldFilter } from './customFieldMatch';
import { DATES, isOptionType, OBJECT_TYPES } from './customFields/fieldTypes';
import { toDay, toUnixSeconds } from './customFields/parseDate';
import { resolveOptions } from './customFields/resolveOption';
import { toWireValues } from './customFields/toWireValues';
import { aliasesOf, findFieldOrKind } from './fieldAliases';
import type { KommoField, KommoRow } from './kommoField';
import { requireFilters } from './search';
import { listOf } from './values';
import { shown } from '../../shared/shown';

const LISTS: Record<EntityType, string> = {
	leads: 'listLeadFields',
	contacts: 'listContactFields',
	companies: 'listCompanyFields',
	customers: 'listCustomerFields',
};

// dates are filtered by `[from]` and `[to]` only (fact sheet §4.1)
const RANGES = new Set([...DATES, 'numeric', 'monetary']);
const UNFILTERED = new Set([...OBJECT_TYPES, 'chained_list', 'smart_address']);

/**
 * `filter[custom_fields_values][{id}]`: text-like by value, options by enum id, checkbox 1 or 0,
 * dates (Unix seconds) and numbers by range. Documented for amoCRM; Kommo's documents leave it
 * out, so that the answer is held against the filter (fact sheet §4.1).
 */
export function customFieldFilter(entityType: EntityType): KommoField {
	const prop: INodeProperties = {
		displayName: 'Custom Fields',
		name: 'customFieldFilters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Custom Field',
		description:
			'Documented for amoCRM only. Phones and emails cannot be filtered: use the query for them.',
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{
						displayName: 'Field Name or ID',
						name: 'fieldId',
						type: 'options',
						typeOptions: { loadOptionsMethod: LISTS[entityType] },
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'One value, or several separated by commas',
					},
					{
						displayName: 'From',
						name: 'from',
						type: 'string',
						default: '',
						description: 'Lower end of a range of dates or numbers',
					},
					{
						displayName: 'To',
						name: 'to',
						type: 'string',
						default: '',
						description: 'Upper end of a range of dates or numbers',
					},
				],
			},
		],
	};
	return { prop, to: async (value, row) => await setFilters(value, entityType, row) };
}

async function setFilters(
	value: unknown,
	entityType: EntityType,
	row: KommoRow,
): Promise<undefined> {
	const entries = isRecord(value) && Array.isArray(value.field) ? value.field : [];
	return await filterBy(entries.filter(isRecord), entityType, row);
}

/** @param entries each with `fieldId` (id, code, name or alias) and `value`, or `from` and `to` */
export async function filterBy(
	entries: IDataObject[],
	entityType: EntityType,
	row: KommoRow,
): Promise<undefined> {
	if (entries.length === 0) return undefined;
	await requireFilters(row);
	const definitions = await row.session.lookups.customFields(entityType);
	const aliases = aliasesOf(row);
	for (const entry of entries) {
		const { field } = findFieldOrKind(definitions, shown(entry.fieldId), aliases);
		requireFilterable(field, entry);
		const filter = filterOf(field, entry, row, await zoneFor(field, row));
		send(field, filter, row);
		row.expect(`Custom Fields: ${field.name}`, matchesField(field, filter));
	}
	return undefined;
}

/** Days are those of the account's zone; other values do without the request. */
async function zoneFor({ type }: CustomFieldDefinition, row: KommoRow): Promise<string> {
	const zone = DATES.has(type) ? await row.session.lookups.timezone() : null;
	return zone ?? row.timezone;
}

function requireFilterable({ name, type }: CustomFieldDefinition, entry: IDataObject): void {
	const { from, to, value } = entry;
	const isRange = !isBlank(from) || !isBlank(to);
	if (UNFILTERED.has(type)) {
		throw new InvalidValue(
			`'${name}' cannot be filtered`,
			'The API has no filter for fields of this type: use the query, or the Filter node.',
		);
	}
	if (isRange && !RANGES.has(type)) {
		throw new InvalidValue(
			`'${name}' cannot be filtered by a range`,
			'From and To work for dates and numbers; use Value for this field.',
		);
	}
	if (!isBlank(value) && DATES.has(type)) {
		throw new InvalidValue(
			`'${name}' can be filtered by a range only`,
			'Use From and To; for one day enter it in both.',
		);
	}
	if (!isRange && isBlank(value)) {
		throw new InvalidValue(
			`'${name}' has nothing to filter by`,
			'Enter a value or a range, or check the expression: it gave nothing for this item.',
		);
	}
}

function filterOf(
	field: CustomFieldDefinition,
	entry: IDataObject,
	row: KommoRow,
	zone: string,
): FieldFilter {
	const edge = (value: unknown, end: 'from' | 'to') =>
		isBlank(value) ? undefined : border(field, value, row, zone, end);
	return {
		from: edge(entry.from, 'from'),
		to: edge(entry.to, 'to'),
		values: isBlank(entry.value) ? [] : wantedValues(field, entry.value, row),
	};
}

function border(
	field: CustomFieldDefinition,
	value: unknown,
	row: KommoRow,
	zone: string,
	end: 'from' | 'to',
): number {
	if (field.type === 'date_time') return toUnixSeconds(value, row.timezone, field.name);
	if (!DATES.has(field.type)) return Number(wireValue(field, value, row));
	const day = DateTime.fromISO(toDay(value, zone, field.name), { zone });
	return (end === 'from' ? day.startOf('day') : day.endOf('day')).toUnixInteger();
}

/** What the filter wants: the enum id of an option, 1 or 0, else the value as it is written. */
function wantedValues(
	field: CustomFieldDefinition,
	value: unknown,
	row: KommoRow,
): Array<string | number> {
	if (isOptionType(field.type)) return resolveOptions(field, value);
	return listOf(value).map((one) => wireValue(field, one, row));
}

function wireValue(field: CustomFieldDefinition, value: unknown, row: KommoRow): string | number {
	const [wire] = toWireValues(field, value, {
		timezone: row.timezone,
		accountTimezone: null,
		warn: (message) => row.warn(message),
	});
	if (typeof wire?.value === 'boolean') return wire.value ? 1 : 0;
	return typeof wire?.value === 'number' ? wire.value : shown(wire?.value);
}

function send(
	field: CustomFieldDefinition,
	{ from, to, values }: FieldFilter,
	row: KommoRow,
): void {
	const key = `filter[custom_fields_values][${field.id}]`;
	if (from !== undefined) row.query(`${key}[from]`, from);
	if (to !== undefined) row.query(`${key}[to]`, to);
	if (values.length > 0) row.query(key, values);
}
