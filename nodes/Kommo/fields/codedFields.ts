import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import type { CustomFieldDefinition, CustomFieldWrite, EntityType } from '../model';
import { findField } from './customFields/findField';
import { wireValues } from './customFieldValues';
import type { KommoField, KommoRow } from './kommoField';

interface CodedField {
	displayName: string;
	name: string;
	/** Code of the predefined field, the same in every account. */
	code: string;
	/** `multitext` or `tracking_data`. */
	type: string;
	entityType: EntityType;
	property: string;
	/** Parameters that may name the same field by its id: then this one is sent by id as well. */
	beside: string[];
	more?: Partial<INodeProperties>;
}

/**
 * A predefined custom field as a plain text, sent by its code, so that no definitions have to be
 * read (fact sheet §4.12, §4.13).
 */
export function codedField(use: CodedField): KommoField {
	const { displayName, name, property, more, code } = use;
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'string',
		default: '',
		...more,
		routing: { send: { type: 'body', property } },
	};
	return {
		prop,
		to: async (value, row) => {
			if (isBlank(value)) return undefined;
			const field = await definitionOf(use, row);
			const values = await wireValues(field, value, row);
			const entry: CustomFieldWrite =
				field.id === 0 ? { field_code: code, values } : { field_id: field.id, values };
			return [entry];
		},
	};
}

/** With id 0 where the code alone will do. */
async function definitionOf(
	{ beside, code, displayName, entityType, type }: CodedField,
	row: KommoRow,
): Promise<CustomFieldDefinition> {
	if (!beside.some((name) => isGiven(row.parameter(name)))) {
		return { id: 0, name: displayName, type, code, enums: null };
	}
	const definitions = await row.session.lookups.customFields(entityType);
	row.session.nameFields(definitions);
	return findField(definitions, code);
}

/** A mapper with columns, or a map that is not empty. */
function isGiven(value: unknown): boolean {
	if (typeof value === 'string') return !/^\s*(?:\{\s*\})?\s*$/.test(value);
	if (!isRecord(value)) return false;
	if (value.mappingMode === 'autoMapInputData') return true;
	return 'mappingMode' in value ? isGiven(value.value) : Object.keys(value).length > 0;
}
