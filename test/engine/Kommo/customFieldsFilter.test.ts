import type { INodeParameters } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { runnerOf, sent } from './kommoRunner';
import { mapped } from './mapper';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const filters = (...field: INodeParameters[]) => ({ filters: { customFieldFilters: { field } } });

const search = async (...field: INodeParameters[]) =>
	await lead('search', filters(...field), [{}], { account: 'amocrm', timezone: 'Europe/Berlin' });

const asked = () =>
	sent(sandbox())
		.filter(({ path, method }) => path === '/api/v4/leads' && method === 'GET')
		.map(({ query }) => query);

const key = (id: number, rest = '') => `filter[custom_fields_values][${1_000_000 + id}]${rest}`;

/** Moscow is three hours ahead of UTC. */
const CASES: Array<[string, INodeParameters, Record<string, string | string[]>]> = [
	['an option by text', { fieldId: 1003101, value: 'Реклама' }, { [key(3101, '[]')]: '100310102' }],
	['an option by id', { fieldId: 'Канал', value: 100310102 }, { [key(3101, '[]')]: '100310102' }],
	[
		'several options',
		{ fieldId: 1003104, value: 'Окна, Сад' },
		{ [key(3104, '[]')]: ['100310401', '100310404'] },
	],
	[
		'a radio button by code',
		{ fieldId: 1003106, value: 'PICKUP' },
		{ [key(3106, '[]')]: '100310601' },
	],
	['a checkbox', { fieldId: 1003107, value: 'да' }, { [key(3107, '[]')]: '1' }],
	['a checkbox that is off', { fieldId: 1003107, value: 'false' }, { [key(3107, '[]')]: '0' }],
	['several texts', { fieldId: 1003102, value: 'A-1, A-2' }, { [key(3102, '[]')]: ['A-1', 'A-2'] }],
	['a number', { fieldId: 1003103, value: 12.5 }, { [key(3103, '[]')]: '12.5' }],
	[
		'a range of numbers',
		{ fieldId: 1003103, from: '1', to: 20 },
		{ [key(3103, '[from]')]: '1', [key(3103, '[to]')]: '20' },
	],
	[
		'days of the account, both included',
		{ fieldId: 1003105, from: '2026-02-03', to: '2026-02-03' },
		{ [key(3105, '[from]')]: '1770066000', [key(3105, '[to]')]: '1770152399' },
	],
	[
		'moments in the zone of the workflow',
		{ fieldId: 1003108, from: '2026-02-03T10:00:00' },
		{ [key(3108, '[from]')]: '1770109200' },
	],
	['tracking data', { fieldId: 'UTM_SOURCE', value: 'yandex' }, { [key(3121, '[]')]: 'yandex' }],
];

describe('filter[custom_fields_values] on amoCRM (fact sheet §4.1)', () => {
	test.each(CASES)('%s', async (_what, field, query) => {
		const { error } = await search(field);

		expect(error).toBeNull();
		expect(asked()).toEqual([{ ...query, limit: '50' }]);
	});

	test('only matching leads come out', async () => {
		const { json } = await search({ fieldId: 'UTM_SOURCE', value: 'yandex' });

		expect(json.map(({ id }) => id)).toEqual([1007003]);
	});

	test('a checkbox that is off finds leads where it was never set', async () => {
		const { json } = await search({ fieldId: 1003107, value: 'false' });

		expect(json).toHaveLength(6);
	});

	test('a day finds what was written for that day', async () => {
		await lead('create', mapped({ 1003105: '2026-02-03' }), [{}], { account: 'amocrm' });
		const { json } = await search({ fieldId: 1003105, from: '2026-02-03', to: '2026-02-03' });

		expect(json.map(({ customFields }) => customFields)).toEqual([{ 'Дата визита': '2026-02-03' }]);
	});

	test('several fields go into one request; definitions and account are read once', async () => {
		await lead(
			'search',
			filters({ fieldId: 'Канал', value: '={{ $json.channel }}' }, { fieldId: 1003103, from: 0 }),
			[{ channel: 'Сайт' }, { channel: 'Реклама' }],
			{ account: 'amocrm' },
		);

		expect(asked()).toHaveLength(2);
		expect(asked()[0]).toEqual({
			[key(3101, '[]')]: '100310103',
			[key(3103, '[from]')]: '0',
			limit: '50',
		});
		expect(sent(sandbox())).toHaveLength(4);
	});
});

describe('what cannot be filtered', () => {
	test.each([
		['an object', { fieldId: 1003114, value: 'x' }, "'Юр. лицо плательщика' cannot be filtered"],
		[
			'a range of text',
			{ fieldId: 1003102, from: 'a' },
			"'Номер договора' cannot be filtered by a range",
		],
		[
			'a date by value',
			{ fieldId: 1003105, value: '2026-02-03' },
			"'Дата визита' can be filtered by a range only",
		],
		['nothing', { fieldId: 1003102 }, "'Номер договора' has nothing to filter by"],
		['an unknown option', { fieldId: 1003101, value: 'Радио' }, '\'Канал\' has no option "Радио"'],
		['an unknown field', { fieldId: 4711, value: 'x' }, "There is no custom field '4711'"],
	])('%s is refused, no lead is asked for', async (_what, field, message) => {
		const { error } = await search(field);

		expect(error?.message).toBe(`${message} [item 0]`);
		expect(asked()).toEqual([]);
	});

	test.each(['ignored', 'works'] as const)(
		'Kommo, which does not document it: matching leads, or a message (switch: %s)',
		async (kommoCustomFieldFilter) => {
			sandbox().setSwitches({ kommoCustomFieldFilter });
			const { json, error } = await lead('search', filters({ fieldId: 3101, value: 'Ads' }));

			expect(json.map(({ id }) => id)).toEqual(kommoCustomFieldFilter === 'works' ? [7002] : []);
			expect(error?.message ?? '').toBe(
				kommoCustomFieldFilter === 'works'
					? ''
					: "The account ignores the filter 'Custom Fields: Channel' [item 0]",
			);
		},
	);

	test.each(['ignored', 'works'] as const)(
		'phones, which are not in the official list: found, or a message (switch: %s)',
		async (multitextFilter) => {
			sandbox().setSwitches({ multitextFilter });
			const contact = runnerOf(sandbox, 'contact');
			const { json, error } = await contact(
				'search',
				filters({ fieldId: 'PHONE', value: '+79165550103' }),
				[{}],
				{ account: 'amocrm' },
			);

			expect(json.map(({ id }) => id)).toEqual(multitextFilter === 'works' ? [1008103] : []);
			expect(error?.message ?? '').toBe(
				multitextFilter === 'works'
					? ''
					: "The account ignores the filter 'Custom Fields: Телефон' [item 0]",
			);
		},
	);
});
