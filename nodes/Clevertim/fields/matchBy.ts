import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isBlank } from '../../shared/readFields';
import type { KindName } from '../kinds';
import { requireKeys, type MatchBy } from '../transport/matching';
import { checkRequired } from '../transport/required';
import { MATCH } from '../transport/session';
import type { ClevertimField, ClevertimRow } from './clevertimField';
import { locator } from './locators';
import { toCode } from './values';

const WAYS: INodePropertyOptions[] = [
	{
		name: 'Email',
		value: 'email',
		description: "A record that has one of the 'Emails' under Additional Fields",
	},
	{ name: 'ID', value: 'id', description: 'The record with this ID; without one it is created' },
	{ name: 'Name', value: 'name', description: 'A record of this name; letter case does not count' },
	{
		name: 'Phone',
		value: 'phone',
		description: "A record that has one of the 'Phones' under Additional Fields",
	},
];

/** How "Create or Update" finds the record: among all of them, read once per run. */
export function matchByFields(
	kind: KindName,
	idField: string,
	displayName: string,
): ClevertimField[] {
	return [
		{
			prop: {
				displayName: 'Match By',
				name: 'matchBy',
				type: 'options',
				options: WAYS,
				default: 'email',
				description: 'What tells that a record is there already; several of the same stop the item',
				routing: { send: { type: 'query', property: MATCH } },
			},
			to: (value) =>
				toCode(
					value,
					'Match By',
					WAYS.map((way) => ({ name: way.name, value: String(way.value) })),
				),
		},
		locator({
			displayName,
			name: idField,
			kind,
			property: 'id',
			required: false,
			displayOptions: { show: { matchBy: ['id'] } },
		}),
	];
}

/** Bad input of an upsert that shows before anything is sent. */
export const checkUpsert =
	(kind: KindName, fixed?: MatchBy) =>
	(body: IDataObject, row: ClevertimRow): void => {
		const by = fixed ?? (row.parameter('matchBy') as MatchBy);
		if (by !== 'id') requireKeys(by, body);
		else if (isBlank(body.id)) checkRequired(kind, body);
		if (fixed) row.query(MATCH, fixed);
	};
