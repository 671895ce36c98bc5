import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { EntityType } from '../model';
import { toId } from './ids';
import type { KommoField, KommoRow } from './kommoField';

export const ENTITY_TYPES: Array<{ name: string; value: EntityType; description?: string }> = [
	{ name: 'Company', value: 'companies' },
	{ name: 'Contact', value: 'contacts' },
	{
		name: 'Customer',
		value: 'customers',
		description: 'Only where the account has customers, as on amoCRM',
	},
	{ name: 'Lead', value: 'leads' },
];

/** The kind of card: a part of the path `{entityType}`, and of the body where `property` says so. */
export function entityTypeField(
	use: { path?: string; property?: string; optional?: boolean } = {},
): KommoField {
	const none = { name: 'None', value: '', description: 'Not attached to a card' };
	const prop: INodeProperties = {
		displayName: 'Entity Type',
		name: 'entityType',
		type: 'options',
		options: use.optional ? [...ENTITY_TYPES, none] : ENTITY_TYPES,
		default: 'leads',
		description: 'The kind of card this belongs to',
		...(use.property ? { routing: { send: { type: 'body', property: use.property } } } : {}),
	};
	return {
		prop,
		to: (value, row) => {
			if (use.optional && isBlank(value)) return requireNoEntity(row);
			const type = toEntityType(value);
			if (use.path) row.path(use.path, type);
			return type;
		},
	};
}

/** A card of no kind would be dropped without a word. */
function requireNoEntity(row: KommoRow): undefined {
	if (isBlank(row.parameter('entityId'))) return undefined;
	throw new InvalidValue(
		"'Entity Type' is empty, but 'Entity' is not",
		'Say what kind of card it is, or leave both empty.',
	);
}

/** Throws InvalidValue for a type that the API does not know. */
export function toEntityType(value: unknown): EntityType {
	const found = ENTITY_TYPES.find((type) => type.value === value);
	if (found) return found.value;
	throw new InvalidValue(
		`'Entity Type' does not exist: ${shown(value)}`,
		`Use one of ${ENTITY_TYPES.map((type) => type.value).join(', ')}.`,
	);
}

/** The card itself; its list and its links follow the chosen kind. */
export function entityField(use: {
	property?: string;
	required?: boolean;
	description?: string;
	displayOptions?: INodeProperties['displayOptions'];
	onId?: (id: number, type: EntityType, row: KommoRow) => void;
}): KommoField {
	const prop: INodeProperties = {
		displayName: 'Entity',
		name: 'entityId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: use.required ?? true,
		description: use.description ?? 'The card this belongs to',
		...(use.displayOptions ? { displayOptions: use.displayOptions } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a card…',
				typeOptions: { searchListMethod: 'searchEntities', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7001' },
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://acme.kommo.com/leads/detail/7001',
			},
		],
		...(use.property ? { routing: { send: { type: 'body', property: use.property } } } : {}),
	};
	return {
		prop,
		to: (value, row) => {
			if (prop.required === false && isBlank(value)) return undefined;
			const type = toEntityType(row.parameter('entityType'));
			const id = toId(value, 'Entity', type);
			use.onId?.(id, type, row);
			return id;
		},
	};
}
