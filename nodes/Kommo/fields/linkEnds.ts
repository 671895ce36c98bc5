import type { INodeProperties } from 'n8n-workflow';

import type { EntityType } from '../model';
import { toId } from './ids';
import type { KommoField, KommoRow } from './kommoField';
import { toLinkSource, toLinkTarget } from './linkPairs';

const CARDS = [
	{ name: 'Company', value: 'companies' },
	{ name: 'Contact', value: 'contacts' },
	{ name: 'Customer', value: 'customers' },
	{ name: 'Lead', value: 'leads' },
];

export const LINK_TARGETS = [...CARDS, { name: 'List Element', value: 'catalog_elements' }];

/** The kind of card a link starts from: a part of the path. */
const sourceType: KommoField = {
	prop: {
		displayName: 'Entity Type',
		name: 'entityType',
		type: 'options',
		options: CARDS,
		default: 'leads',
		description: 'The kind of card the link starts from',
	},
	to: (value, row) => {
		row.path('entityType', toLinkSource(value));
		return undefined;
	},
};

/** The kind at the other end; pairs that the API does not know are refused (fact sheet §4.10). */
export const targetType: KommoField = {
	prop: {
		displayName: 'Linked Entity Type',
		name: 'toEntityType',
		type: 'options',
		options: LINK_TARGETS,
		default: 'contacts',
		description: 'The kind of card, or an element of a list, at the other end',
		routing: { send: { type: 'body', property: 'to_entity_type' } },
	},
	to: (value, row) => toLinkTarget(value, toLinkSource(row.parameter('entityType'))),
};

/** The card a link starts from. */
export function linkSource(use: { property?: string; path?: string }): KommoField[] {
	const end = cardLocator('Entity', 'entityId', 'searchLinkSources', use.property);
	const to = (value: unknown, row: KommoRow) => {
		const id = toId(value, 'Entity', toLinkSource(row.parameter('entityType')));
		if (use.path) row.path(use.path, id);
		return id;
	};
	return [sourceType, { prop: end, to }];
}

/** What a link leads to, a card of the kind above or an element of a list. */
export const linkTarget: KommoField = {
	prop: cardLocator('Linked Entity', 'toEntityId', 'searchLinkTargets', 'to_entity_id'),
	to: (value, row) => toId(value, 'Linked Entity', cardType(row.parameter('toEntityType'))),
};

/** Elements of lists have no card whose link could be understood. */
function cardType(value: unknown): EntityType | undefined {
	return value === 'catalog_elements' ? undefined : toLinkSource(value);
}

function cardLocator(
	displayName: string,
	name: string,
	searchListMethod: string,
	property?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description:
			name === 'entityId' ? 'The card the link starts from' : 'The other end of the link',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a card…',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 8100' },
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://acme.kommo.com/contacts/detail/8100',
			},
		],
		...(property ? { routing: { send: { type: 'body', property } } } : {}),
	};
}
