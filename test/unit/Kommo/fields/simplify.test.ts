import type { IDataObject } from 'n8n-workflow';

import { flatEntity } from '../../../../nodes/Kommo/fields/simplify';
import type { KommoSession } from '../../../../nodes/Kommo/transport/session';

/** Nothing here has custom fields, so nobody is asked for the account's zone. */
const nobody = {} as unknown as KommoSession;
const flat = async (entity: IDataObject) => await flatEntity(['id', 'name'])(entity, nobody);

const tags = (...names: string[]) => ({
	tags: names.map((name, id) => ({ id, name, color: null })),
});

test.each([
	[tags(), []],
	[tags('vip'), ['vip']],
	[tags('vip', 'site'), ['vip', 'site']],
])('tags are a list, however many there are: %j', async (_embedded, expected) => {
	expect(await flat({ id: 1, _embedded })).toEqual({ id: 1, tags: expected });
});

test.each([
	[[], []],
	[[{ id: 8100, is_main: true }], [8100]],
	[
		[{ id: 8100 }, { id: 8101 }],
		[8100, 8101],
	],
])('linked records are a list of ids, however many there are: %j', async (contacts, expected) => {
	expect(await flat({ id: 1, _embedded: { contacts } })).toEqual({ id: 1, contacts: expected });
});

test.each([
	[[{ id: 71, name: 'Too expensive' }], 'Too expensive'],
	[[], null],
])(
	'the reason of a loss is a list of one or none (fact sheet §4.1): %j',
	async (given, expected) => {
		expect(await flat({ id: 1, _embedded: { loss_reason: given } })).toEqual({
			id: 1,
			loss_reason: expected,
		});
	},
);

test('a deleted record says so; of the others nothing is said', async () => {
	expect(await flat({ id: 1, is_deleted: true })).toEqual({ id: 1, is_deleted: true });
	expect(await flat({ id: 1, name: 'Roof', is_deleted: false })).toEqual({ id: 1, name: 'Roof' });
});

test('0, false, an empty text and null are values', async () => {
	const values = { price: 0, is_main: false, name: '', closed_at: null };

	expect(await flatEntity(Object.keys(values))(values, nobody)).toEqual(values);
});
