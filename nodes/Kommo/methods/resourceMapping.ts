import type {
	FieldType,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { CustomFieldDefinition, EntityType } from '../model';
import { withSession } from './formSession';

type Mapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** How the form asks for a type (fact sheet §4.13); everything else is text, objects as JSON. */
const FORM_TYPES: Record<string, FieldType> = {
	checkbox: 'boolean',
	date: 'dateTime',
	date_time: 'dateTime',
	birthday: 'dateTime',
	numeric: 'number',
	monetary: 'number',
	select: 'options',
	radiobutton: 'options',
	category: 'options',
	legal_entity: 'object',
	linked_entity: 'object',
	smart_address: 'object',
	file: 'object',
	payer: 'object',
	supplier: 'object',
	items: 'array',
	chained_list: 'array',
};

/** Names of the kinds of phones and emails (§4.13). */
const KINDS: Record<string, string> = {
	WORK: 'Work',
	WORKDD: 'Work Direct',
	MOB: 'Mobile',
	FAX: 'Fax',
	HOME: 'Home',
	PRIV: 'Private',
	OTHER: 'Other',
};

function mapping(entityType: EntityType): Mapping {
	return async function (this: ILoadOptionsFunctions) {
		return await withSession(this, async (session) => {
			const definitions = await session.lookups.customFields(entityType);
			return {
				fields: definitions.filter(({ is_computed }) => is_computed !== true).flatMap(columns),
			};
		});
	};
}

/** One column for a field; for phones and emails one for each kind. */
function columns(field: CustomFieldDefinition): ResourceMapperField[] {
	if (field.type !== 'multitext') return [column(field)];
	const kinds = (field.enums ?? []).map(({ value, code }) => code ?? value);
	if (kinds.length === 0) return [column(field)];
	return kinds.map((kind) => ({
		...column(field),
		id: `${field.id}:${kind}`,
		displayName: `${field.name} (${KINDS[kind] ?? kind})`,
	}));
}

function column(field: CustomFieldDefinition): ResourceMapperField {
	const choices = optionsOf(field);
	const isList = field.type === 'multiselect';
	return {
		id: String(field.id),
		displayName: isList ? `${field.name} (${textsOf(field).join(', ')})` : field.name,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: FORM_TYPES[field.type] ?? 'string',
		...(choices ? { options: choices } : {}),
	};
}

/** Choices by their text, which stays the same in another account; doubles go by their id. */
function optionsOf(field: CustomFieldDefinition): INodePropertyOptions[] | null {
	if (FORM_TYPES[field.type] !== 'options') return null;
	const texts = textsOf(field);
	return (field.enums ?? []).map(({ id, value }) => ({
		name: value,
		value: texts.filter((text) => text === value).length > 1 ? id : value,
	}));
}

function textsOf(field: CustomFieldDefinition): string[] {
	return (field.enums ?? []).map(({ value }) => value);
}

/** Columns of the custom field mappers. */
export const resourceMapping: Record<string, Mapping> = {
	getLeadFields: mapping('leads'),
	getContactFields: mapping('contacts'),
	getCompanyFields: mapping('companies'),
};
