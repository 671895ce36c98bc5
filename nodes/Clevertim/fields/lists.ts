import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import { PHONE_KINDS, SOCIAL_NETWORKS, type Code } from '../codes';
import type { Phone, SocialId } from '../model';
import type { ClevertimField, ClevertimRow } from './clevertimField';
import { body, bodyField } from './plain';
import { isNothing, listOf, toCode } from './values';

/** Phones with their kind (fact sheet §5): in the form, or as a list from an expression. */
export const phoneFields: ClevertimField[] = [
	{
		prop: pairs('Phones', 'phones', 'phones', 'phone', [
			kindOption('Type', PHONE_KINDS, 'Work'),
			{
				displayName: 'Number',
				name: 'no',
				type: 'string',
				default: '',
				placeholder: 'e.g. +44 20 7946 0001',
			},
		]),
		to: (value, row) => entries(value, 'phone', (one) => toPhone(one, 'Phones', row)),
	},
	bodyField(
		'Phones (List)',
		'phoneList',
		'phones',
		(value, row) => fromList(value, 'Phones (List)', row),
		{
			placeholder: 'e.g. Mobile: +44 7700 900001, +44 20 7946 0001',
			description:
				'Numbers separated by commas, each with its type before a colon (else Work), or a list of { type, no } from an expression',
		},
	),
];

/** Accounts in social networks (§5). */
export const socialFields: ClevertimField[] = [
	{
		prop: pairs('Social Media IDs', 'socialIds', 'smids', 'account', [
			kindOption('Network', SOCIAL_NETWORKS, 'LinkedIn'),
			{
				displayName: 'ID',
				name: 'smid',
				type: 'string',
				default: '',
				placeholder: 'e.g. anasmith',
			},
		]),
		to: (value) => entries(value, 'account', toSocialId),
	},
	bodyField(
		'Social Media IDs (List)',
		'socialIdList',
		'smids',
		(value) => {
			if (isNothing(value)) return undefined;
			return listOf(value).map(toSocialId);
		},
		{
			placeholder: 'e.g. LinkedIn: anasmith',
			description:
				'IDs separated by commas, each with its network before a colon, or a list of { type, smid } from an expression',
		},
	),
];

function pairs(
	displayName: string,
	name: string,
	property: string,
	group: string,
	values: INodeProperties[],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: `Add ${group === 'phone' ? 'Phone' : 'Account'}`,
		options: [{ displayName: group === 'phone' ? 'Phone' : 'Account', name: group, values }],
		routing: body(property),
	};
}

function kindOption(displayName: string, codes: Code[], value: string): INodeProperties {
	return { displayName, name: 'type', type: 'options', options: codes, default: value };
}

function entries<T>(value: unknown, group: string, make: (one: unknown) => T): T[] | undefined {
	const list = isRecord(value) ? value[group] : undefined;
	return Array.isArray(list) && list.length > 0 ? list.map(make) : undefined;
}

function fromList(value: unknown, label: string, row: ClevertimRow): Phone[] | undefined {
	// only an explicit empty list empties the phones, not an expression that gave nothing
	if (isNothing(value)) return undefined;
	return listOf(value).map((one) => toPhone(one, label, row));
}

/** `{ type, no }`, or `Mobile: +44 …`; a number without a kind is a Work phone. */
export function toPhone(value: unknown, label: string, row: ClevertimRow): Phone {
	const { type, id: no } = parts(value, 'no', 'Work', label);
	if (no === '') {
		throw new InvalidValue(
			`'${label}' holds a phone without a number`,
			'Enter the number, or remove the phone.',
		);
	}
	if ((no.match(/\d/g) ?? []).length < 3) {
		row.warn(`'${label}' holds something that does not look like a phone number: ${no}`);
	}
	return { type: toCode(type, `${label}: Type`, PHONE_KINDS), no };
}

function toSocialId(value: unknown): SocialId {
	const { type, id: smid } = parts(value, 'smid', '', 'Social Media IDs');
	if (smid === '') {
		throw new InvalidValue(
			"'Social Media IDs' holds a network without an ID",
			'Enter the ID, or remove the entry.',
		);
	}
	return { type: toCode(type, 'Social Media IDs: Network', SOCIAL_NETWORKS), smid };
}

function parts(
	value: unknown,
	key: string,
	usual: string,
	label: string,
): { type: string; id: string } {
	const entry: unknown = isRecord(value) ? value[key] : value;
	// a list or an object has a text as well, but nobody wants that stored
	if (typeof entry === 'object' && entry !== null) {
		throw new InvalidValue(
			`'${label}' holds an entry that is not a text: ${shown(entry)}`,
			'Pick one value in the expression.',
		);
	}
	if (isRecord(value)) return { type: shown(value.type ?? usual), id: shown(entry).trim() };
	const [, type, id] = /^\s*([^:/]*?)\s*:\s*(.*)$/s.exec(shown(value)) ?? [];
	if (type === undefined || id === undefined) return { type: usual, id: shown(value).trim() };
	return { type, id: id.trim() };
}
