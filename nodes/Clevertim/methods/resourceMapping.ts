import type {
	FieldType,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { CustomFieldDefinition, ModelType, User } from '../model';
import { withSession } from './formSession';

type Mapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** How the form asks for a type (fact sheet §6.8); everything else is text. */
const FORM_TYPES: Record<string, FieldType> = {
	date: 'dateTime',
	select: 'options',
	user: 'options',
};

function mapping(model: ModelType): Mapping {
	return async function (this: ILoadOptionsFunctions) {
		return await withSession(this, async (session) => {
			const definitions = await session.customFields(model);
			const asksForUsers = definitions.some(({ elemType }) => elemType === 'user');
			const users = asksForUsers ? await session.users() : [];
			return { fields: definitions.map((field) => column(field, users)) };
		});
	};
}

function column(field: CustomFieldDefinition, users: User[]): ResourceMapperField {
	// a mapper has no input for several options: they are written with commas
	const type = field.multiple ? 'string' : (FORM_TYPES[field.elemType] ?? 'string');
	const hint = field.multiple && field.values.length > 0 ? ` (${field.values.join(', ')})` : '';
	return {
		id: String(field.id),
		displayName: `${field.name}${hint}`,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type,
		...(type === 'options' ? { options: choices(field, users) } : {}),
	};
}

function choices(field: CustomFieldDefinition, users: User[]): INodePropertyOptions[] {
	if (field.elemType === 'user') return users.map(({ id, name }) => ({ name, value: String(id) }));
	return field.values.map((value) => ({ name: value, value }));
}

/** Columns of the custom field mappers. */
export const resourceMapping: Record<string, Mapping> = {
	getContactFields: mapping('customers'),
	getCompanyFields: mapping('companies'),
	getCaseFields: mapping('cases'),
	getOpportunityFields: mapping('opportunities'),
};
