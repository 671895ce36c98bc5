import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../shared/wire';
import type { CustomFieldDefinition, ModelType } from '../model';
import type { ClevertimSession } from '../transport/session';
import type { ClevertimField, ClevertimRow } from './clevertimField';
import { findDefinition, requireDefinition, toFieldValue } from './customFieldValue';
import { body } from './plain';
import { isNothing, listOf } from './values';

const METHODS: Record<ModelType, string> = {
	customers: 'ContactFields',
	companies: 'CompanyFields',
	cases: 'CaseFields',
	opportunities: 'OpportunityFields',
};

/** The mapper of a record's custom fields, typed by the account's definitions (`cf`, §5). */
export function customFieldMapper(model: ModelType): ClevertimField {
	const prop: INodeProperties = {
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: `get${METHODS[model]}`,
				// also for updates: in 'update' n8n shows no field unless one of them is matched by
				mode: 'add',
				valuesLabel: 'Custom Fields',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: true,
				noFieldsError: 'The account has no custom fields here.',
			},
		},
		description:
			'Fields left empty are not sent. When mapping automatically, columns are matched by field ID or name, and others are left alone.',
		routing: body('cf'),
	};
	return {
		prop,
		to: async (value, row) => {
			const values = { ...(await cleared(model, row)), ...(await mapped(value, model, row)) };
			return Object.keys(values).length === 0 ? undefined : values;
		},
	};
}

/** Fields to empty; sent by the mapper, together with the values. */
export const clearFields = (model: ModelType): ClevertimField => ({
	prop: {
		displayName: 'Clear Custom Field Names or IDs',
		name: 'clearFields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: `list${METHODS[model]}` },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	to: () => undefined,
});

async function cleared(model: ModelType, row: ClevertimRow): Promise<IDataObject> {
	const keys = listOf(row.parameter('updateFields.clearFields'));
	if (keys.length === 0) return {};
	const definitions = await row.session.customFields(model);
	const fields = keys.map((key) => requireDefinition(definitions, key));
	return Object.fromEntries(fields.map(({ id, multiple }) => [String(id), multiple ? [] : null]));
}

async function mapped(value: unknown, model: ModelType, row: ClevertimRow): Promise<IDataObject> {
	if (!isRecord(value)) return {};
	const isAuto = value.mappingMode === 'autoMapInputData';
	const columns = isAuto ? row.json : value.value;
	if (!isRecord(columns)) return {};
	const filled = Object.entries(columns).filter(([, cell]) => !isNothing(cell));
	if (filled.length === 0) return {};
	const definitions = await row.session.customFields(model);
	const result: IDataObject = {};
	for (const [column, cell] of filled) {
		// a column of the item's own data need not be a custom field
		const field = isAuto
			? findDefinition(definitions, column)
			: requireDefinition(definitions, column);
		if (field) result[String(field.id)] = await toFieldValue(field, cell, row);
	}
	return result;
}

/** `cf` by the fields' names; a field that is not defined (any more) keeps its id. */
export async function simplifyCustomFields(
	cf: unknown,
	model: ModelType,
	session: ClevertimSession,
): Promise<IDataObject> {
	if (!isRecord(cf) || Object.keys(cf).length === 0) return {};
	const definitions = await session.customFields(model);
	const nameOf = (id: string): string => {
		const own = definitions.find((field) => String(field.id) === id);
		return own && isUnique(own, definitions) ? own.name : id;
	};
	return Object.fromEntries(Object.entries(cf).map(([id, value]) => [nameOf(id), value]));
}

function isUnique({ name }: CustomFieldDefinition, all: CustomFieldDefinition[]): boolean {
	return all.filter((field) => field.name === name).length === 1;
}
