import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord, recordsAt } from '../../shared/wire';
import type { EntityType } from '../model';
import { parseNumber } from './customFields/parseNumber';
import { toId, toIds } from './ids';
import type { KommoField, KommoRow } from './kommoField';
import { documentedSide, LINK_KEY, type LinkTarget } from './linkPairs';
import { yesNo } from './values';

const NOUNS: Record<LinkTarget, string> = {
	leads: 'lead',
	contacts: 'contact',
	companies: 'company',
	customers: 'customer',
	catalog_elements: 'list element',
};

/** Links the row's record as soon as it has its id, many in one request (fact sheet §4.10). */
function linkAfterwards(
	row: KommoRow,
	from: EntityType,
	to: LinkTarget,
	id: number,
	metadata: IDataObject = {},
): void {
	const details = Object.keys(metadata).length > 0 ? { metadata } : {};
	const link = { to_entity_type: to, to_entity_id: id, ...details };
	const { from: side } = documentedSide(from, link);
	row.after({
		path: `/api/v4/${side}/link`,
		root: '_embedded.links',
		pairBy: LINK_KEY,
		noun: 'link',
		body: (own) => documentedSide(from, { entity_id: own, ...link }).body,
		label: `${NOUNS[to]} ${id}`,
	});
}

/** Ids of cards to link, separated by commas. */
function cards(
	from: EntityType,
	to: EntityType,
	prop: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
	metadataOf: (row: KommoRow) => IDataObject = () => ({}),
): KommoField {
	return {
		prop: { ...prop, type: 'string', default: '' },
		to: (value, row) => {
			for (const id of isBlank(value) ? [] : toIds(value, prop.displayName)) {
				linkAfterwards(row, from, to, id, metadataOf(row));
			}
			return undefined;
		},
	};
}

/** A lead has one main contact: of several the last would win. */
const mainContactOfLead: KommoField = {
	prop: {
		displayName: 'Main Contact ID',
		name: 'mainContactId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8101',
		description: 'ID of the contact to link as the main one',
	},
	to: (value, row) => {
		if (!isBlank(value)) {
			const contact = toId(value, 'Main Contact ID', 'contacts');
			linkAfterwards(row, 'leads', 'contacts', contact, { is_main: true });
		}
		return undefined;
	},
};

const company = (from: EntityType): KommoField => ({
	prop: {
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8201',
		description: 'ID of the company to link; there can be one only',
	},
	to: (value, row) => {
		if (!isBlank(value)) {
			linkAfterwards(row, from, 'companies', toId(value, 'Company ID', 'companies'));
		}
		return undefined;
	},
});

const id = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

/** Elements of lists, such as products, with their quantity. */
export function linkedElements(from: EntityType): KommoField {
	const prop: INodeProperties = {
		displayName: 'List Elements',
		name: 'linkElements',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Element',
		description: 'Elements of lists to link, such as products',
		options: [
			{
				displayName: 'Element',
				name: 'element',
				values: [
					id('List ID', 'catalogId', 'e.g. 2001'),
					id('Element ID', 'elementId', 'e.g. 5501'),
					{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
					id('Price Field ID', 'priceId', 'e.g. 3301'),
				],
			},
		],
	};
	return {
		prop,
		to: (value, row) => {
			for (const element of isRecord(value) ? recordsAt(value.element, '') : []) {
				const metadata: IDataObject = {
					catalog_id: toId(element.catalogId, 'List ID'),
					quantity: isBlank(element.quantity) ? 1 : parseNumber(element.quantity, 'Quantity'),
				};
				if (!isBlank(element.priceId)) metadata.price_id = toId(element.priceId, 'Price Field ID');
				linkAfterwards(
					row,
					from,
					'catalog_elements',
					toId(element.elementId, 'Element ID'),
					metadata,
				);
			}
			return undefined;
		},
	};
}

/** Links of a stored lead. */
export const linksOfLead: KommoField[] = [
	cards('leads', 'contacts', {
		displayName: 'Contact IDs',
		name: 'contactIds',
		placeholder: 'e.g. 8101, 8102',
		description: 'IDs of contacts to link, separated by commas; those already linked stay',
	}),
	mainContactOfLead,
	company('leads'),
	linkedElements('leads'),
];

/** Links of a contact; a lead is linked from its own side. */
export function linksOfContact(parent: string): KommoField[] {
	const isMain = (row: KommoRow): IDataObject => {
		const main = yesNo('Main Contact')(row.parameter(`${parent}.mainContact`), row);
		return main === undefined ? {} : { is_main: main };
	};
	return [
		cards(
			'contacts',
			'leads',
			{
				displayName: 'Lead IDs',
				name: 'leadIds',
				placeholder: 'e.g. 7001, 7002',
				description: 'IDs of leads to link, separated by commas; those already linked stay',
			},
			isMain,
		),
		{
			prop: {
				displayName: 'Main Contact',
				name: 'mainContact',
				type: 'boolean',
				default: true,
				description: 'Whether the contact becomes the main one of the leads in Lead IDs',
			},
			to: (_value, row) => {
				if (!isBlank(row.parameter(`${parent}.leadIds`))) return undefined;
				throw new InvalidValue(
					"'Main Contact' needs 'Lead IDs'",
					'Say of which leads the contact is the main one, or take the field out.',
				);
			},
		},
		company('contacts'),
		linkedElements('contacts'),
	];
}
