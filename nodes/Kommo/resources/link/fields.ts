import type { INodeProperties } from 'n8n-workflow';

import { linkSource, linkTarget, targetType } from '../../fields/linkEnds';
import { toId } from '../../fields/ids';
import type { KommoField } from '../../fields/kommoField';
import { additionalFields, userField } from '../../fields/plain';
import { needed, yesNo } from '../../fields/values';
import { parseNumber } from '../../fields/customFields/parseNumber';
import { isBlank } from '../../../shared/readFields';

const toElements: INodeProperties['displayOptions'] = {
	show: { toEntityType: ['catalog_elements'] },
};

/** The list of an element: the API wants it beside the element's own id (fact sheet §4.10). */
const list: KommoField = {
	prop: {
		displayName: 'List ID',
		name: 'catalogId',
		type: 'string',
		default: '',
		displayOptions: toElements,
		placeholder: 'e.g. 2001',
		description: 'The list that the element stands in',
		routing: { send: { type: 'body', property: 'metadata.catalog_id' } },
	},
	to: needed('List ID', (value) => toId(value, 'List ID')),
};

const mainContact: KommoField = {
	prop: {
		displayName: 'Main Contact',
		name: 'isMain',
		type: 'boolean',
		default: true,
		description: 'Whether the contact becomes the main one of the lead',
		routing: { send: { type: 'body', property: 'metadata.is_main' } },
	},
	to: yesNo('Main Contact'),
};

const quantity: KommoField = {
	prop: {
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		default: 1,
		description: 'How many of the list element',
		routing: { send: { type: 'body', property: 'metadata.quantity' } },
	},
	to: (value) => (isBlank(value) ? undefined : parseNumber(value, 'Quantity')),
};

const priceId: KommoField = {
	prop: {
		displayName: 'Price Field ID',
		name: 'priceId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3301',
		description: 'The field of the list that holds the price to use',
		routing: { send: { type: 'body', property: 'metadata.price_id' } },
	},
	to: (value) => (isBlank(value) ? undefined : toId(value, 'Price Field ID')),
};

/** Both ends of a link, as the bulk paths take them; the list goes first, as its elements are offered. */
export const linkEnds: KommoField[] = [
	...linkSource({ property: 'entity_id' }),
	targetType,
	list,
	linkTarget,
];

export const linkDetails: KommoField = additionalFields([
	mainContact,
	priceId,
	quantity,
	userField('Updated By', 'updatedBy', 'metadata.updated_by'),
]);
