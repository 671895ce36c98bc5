import uniqBy from 'lodash/uniqBy';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord, recordsAt } from '../../shared/wire';
import type {
	CustomFieldDefinition,
	CustomFieldRead,
	CustomFieldValue,
	CustomFieldWrite,
	EntityType,
} from '../model';
import { findField } from './customFields/findField';
import { isMultiValue, mergeValues } from './customFields/mergeValues';
import { toWireValues } from './customFields/toWireValues';
import { aliasesOf, findFieldOrKind } from './fieldAliases';
import type { KommoField, KommoRow } from './kommoField';
import { listOf } from './values';

/** Types that are days of the account's zone. */
const DAYS = new Set(['date', 'birthday']);

const METHODS: Record<EntityType, string> = {
	leads: 'getLeadFields',
	contacts: 'getContactFields',
	companies: 'getCompanyFields',
	customers: 'getCustomerFields',
};

/** A mapper that stands elsewhere than for the entity itself. */
interface MapperUse {
	displayName?: string;
	name?: string;
	displayOptions?: INodeProperties['displayOptions'];
	property?: string;
}

/** The mapper of an entity's custom fields, typed by the account's definitions. */
export function customFieldMapper(entityType: EntityType, use: MapperUse = {}): KommoField {
	const { property = 'custom_fields_values', displayName = 'Custom Fields', ...own } = use;
	const prop: INodeProperties = {
		displayName,
		name: 'customFields',
		...own,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: METHODS[entityType],
				// also for updates: in 'update' n8n shows no field unless one of them is matched by
				mode: 'add',
				valuesLabel: displayName,
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: true,
				noFieldsError: 'The account has no custom fields here.',
			},
		},
		description:
			'Fields left empty are not sent. When mapping automatically, columns are matched by field ID, code or name, and others are left alone.',
		routing: { send: { type: 'body', property } },
	};
	return {
		prop,
		looksUp: (value, { lookups }) =>
			hasColumns(value) ? lookups.customFields(entityType) : undefined,
		to: async (value, row) => await fromMapper(value, entityType, row),
	};
}

/** Fields to empty: `values: null` (fact sheet §4.13). */
export function clearFields(entityType: EntityType): KommoField {
	const prop: INodeProperties = {
		displayName: 'Clear Custom Field Names or IDs',
		name: 'clearFields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: METHODS[entityType].replace('get', 'list') },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		routing: { send: { type: 'body', property: 'custom_fields_values' } },
	};
	return {
		prop,
		to: async (value, row) => {
			const wanted = listOf(value);
			if (wanted.length === 0) return undefined;
			const definitions = await row.session.lookups.customFields(entityType);
			const aliases = aliasesOf(row);
			const idOf = (one: unknown) => findFieldOrKind(definitions, shown(one), aliases).field.id;
			const ids = new Set(wanted.map(idOf));
			return [...ids].map((id) => ({ field_id: id, values: null }));
		},
	};
}

/** One row names a field once: filled twice, or filled and cleared at once, contradict each other. */
export function refuseRepeatedFields(body: IDataObject, row: KommoRow): void {
	const entries = entriesOf(body);
	refuseFilledAndCleared(entries, row);
	const repeated = entries.find(
		(one, place) =>
			one.values !== null && entries.findIndex((entry) => keyOf(entry) === keyOf(one)) < place,
	);
	if (repeated) {
		throw new InvalidValue(
			`The custom field ${row.session.fieldLabel(repeated.field_id ?? 0)} is given twice`,
			"Take it out of 'Custom Fields' or out of 'Field Map'.",
		);
	}
	if (entries.length > 0) body.custom_fields_values = uniqBy(entries, keyOf);
}

const keyOf = ({ field_id, field_code }: CustomFieldWrite) => field_id ?? field_code;

function refuseFilledAndCleared(entries: CustomFieldWrite[], row: KommoRow): void {
	const cleared = entries.filter(({ values }) => values === null);
	const twice = cleared.find(({ field_id }) =>
		entries.some((entry) => entry.field_id === field_id && entry.values !== null),
	);
	if (!twice) return;
	throw new InvalidValue(
		`The custom field ${row.session.fieldLabel(twice.field_id ?? 0)} is both filled and cleared`,
		"Take it out of 'Custom Fields' and 'Field Map', or do not clear it.",
	);
}

/** Whether the mapper holds a value; what is mapped automatically shows with the item only. */
const hasColumns = (value: unknown): boolean =>
	isRecord(value) &&
	isRecord(value.value) &&
	Object.values(value.value).some((cell) => !isBlank(cell));

async function fromMapper(
	value: unknown,
	entityType: EntityType,
	row: KommoRow,
): Promise<CustomFieldWrite[] | undefined> {
	if (!isRecord(value)) return undefined;
	const auto = value.mappingMode === 'autoMapInputData';
	const columns = auto ? row.json : value.value;
	if (!isRecord(columns)) return undefined;
	const filled = Object.entries(columns).filter(([, cell]) => !isBlank(cell));
	if (filled.length === 0) return undefined;
	const definitions = await row.session.lookups.customFields(entityType);
	row.session.nameFields(definitions);
	const aliases = auto ? aliasesOf(row) : {};
	const entries = new Map<number, CustomFieldWrite>();
	for (const [column, cell] of filled) {
		const found = auto ? columnOf(definitions, column, aliases) : columnField(definitions, column);
		if (!found) continue;
		const values = await wireValues(found.field, cell, row, found.kind);
		const standing = entries.get(found.field.id)?.values ?? [];
		entries.set(found.field.id, { field_id: found.field.id, values: [...standing, ...values] });
	}
	if (entries.size === 0) return undefined;
	return await withMode([...entries.values()], entityType, row);
}

/** One value as the API takes it; days are those of the account's zone. */
export async function wireValues(
	field: CustomFieldDefinition,
	value: unknown,
	row: KommoRow,
	kind?: string,
): Promise<CustomFieldValue[]> {
	const accountTimezone = DAYS.has(field.type) ? await row.session.lookups.timezone() : null;
	return toWireValues(field, value, {
		timezone: row.timezone,
		accountTimezone,
		warn: (message) => row.warn(message),
		kind,
	});
}

interface Column {
	field: CustomFieldDefinition;
	kind?: string;
}

/** `3001:WORK` is a kind of phone or e-mail, `3101` a whole field. */
function columnField(definitions: CustomFieldDefinition[], column: string): Column {
	const [key = '', kind] = column.split(':');
	return { field: findField(definitions, key), kind };
}

/** A column of the item's own data: not every one is a custom field. */
function columnOf(
	definitions: CustomFieldDefinition[],
	column: string,
	aliases: IDataObject,
): Column | null {
	if (Object.hasOwn(aliases, column)) return findFieldOrKind(definitions, column, aliases);
	const known = definitions.some(
		({ id, code, name }) =>
			String(id) === column.split(':')[0] ||
			`${name} (${id})` === column ||
			code?.toLowerCase() === column.toLowerCase() ||
			name.toLowerCase() === column.toLowerCase(),
	);
	if (!known) return null;
	try {
		return { field: findField(definitions, column) };
	} catch (error) {
		if (error instanceof InvalidValue && column.includes(':'))
			return columnField(definitions, column);
		throw error;
	}
}

/** Lists are replaced as a whole by the API: Add and Remove start from what is stored. */
export async function withMode(
	entries: CustomFieldWrite[],
	entityType: EntityType,
	row: KommoRow,
): Promise<CustomFieldWrite[]> {
	const mode = row.parameter('options.multiValueMode');
	if (mode !== 'add' && mode !== 'remove') return entries;
	const definitions = await row.session.lookups.customFields(entityType);
	const typeOf = (id: number | undefined) => definitions.find((one) => one.id === id)?.type ?? '';
	const lists = entries.filter(({ field_id }) => isMultiValue(typeOf(field_id)));
	if (lists.length === 0) return entries;
	row.amend((body: IDataObject, current: IDataObject) => {
		const stored = recordsAt(current.custom_fields_values, '') as unknown as CustomFieldRead[];
		for (const entry of lists) {
			const before = stored.find(({ field_id }) => field_id === entry.field_id);
			entry.values = mergeValues(typeOf(entry.field_id), before, entry.values ?? [], mode);
		}
		body.custom_fields_values = entriesOf(body).map(
			(entry) => lists.find(({ field_id }) => field_id === entry.field_id) ?? entry,
		);
	});
	return entries;
}

function entriesOf(body: IDataObject): CustomFieldWrite[] {
	return (body.custom_fields_values ?? []) as unknown as CustomFieldWrite[];
}
