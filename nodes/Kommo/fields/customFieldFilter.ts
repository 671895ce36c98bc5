import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import type { CustomFieldDefinition, EntityType } from '../model';
import { findField } from './customFields/findField';
import { isOptionType } from './customFields/fieldTypes';
import { toWireValues } from './customFields/toWireValues';
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

/** Types that take `[from]` and `[to]` (fact sheet §4.1). */
const RANGES = new Set(['date', 'date_time', 'numeric', 'birthday', 'monetary']);

/**
 * `filter[custom_fields_values][{id}]`: text-like by value, options by enum id, checkbox 1 or 0,
 * dates and numbers by range. Documented for amoCRM; Kommo's documents leave it out.
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
	if (entries.length === 0) return undefined;
	await requireFilters(row);
	const definitions = await row.session.lookups.customFields(entityType);
	const zone = await row.session.lookups.timezone();
	for (const entry of entries.filter(isRecord)) {
		const field = findField(definitions, shown(entry.fieldId));
		setFilter(field, entry, row, zone);
	}
	return undefined;
}

function setFilter(
	field: CustomFieldDefinition,
	entry: IDataObject,
	row: KommoRow,
	zone: string | null,
): void {
	const key = `filter[custom_fields_values][${field.id}]`;
	const wire = (value: unknown) => filterValue(field, value, row, zone);
	const isRange = !isBlank(entry.from) || !isBlank(entry.to);
	if (isRange && !RANGES.has(field.type)) {
		throw new InvalidValue(
			`'${field.name}' cannot be filtered by a range`,
			'From and To work for dates and numbers; use Value for this field.',
		);
	}
	if (!isBlank(entry.from)) row.query(`${key}[from]`, wire(entry.from));
	if (!isBlank(entry.to)) row.query(`${key}[to]`, wire(entry.to));
	if (!isBlank(entry.value)) row.query(key, listOf(entry.value).map(wire));
}

/** What the filter wants: the enum id of an option, 1 or 0, else the value as it is written. */
function filterValue(
	field: CustomFieldDefinition,
	value: unknown,
	row: KommoRow,
	accountTimezone: string | null,
): string | number {
	const [wire] = toWireValues(field, value, {
		timezone: row.timezone,
		accountTimezone,
		warn: (message) => row.warn(message),
	});
	if (isOptionType(field.type)) return Number(wire?.enum_id);
	if (typeof wire?.value === 'boolean') return wire.value ? 1 : 0;
	return typeof wire?.value === 'number' ? wire.value : shown(wire?.value);
}
