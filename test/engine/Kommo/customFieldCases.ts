import { partial } from '../../support/partial';

export interface TypeCase {
	type: string;
	resource: 'lead' | 'contact' | 'company';
	/** Field id without the account's id base. */
	field: number;
	/** Column of the mapper where it is not the field's id alone. */
	kind?: string;
	given: unknown;
	/** On the wire; a function where ids or texts differ between the accounts. */
	wire: (base: number) => unknown[];
	/** What Simplify gives for the stored value. */
	read: (isKommo: boolean) => unknown;
}

const enumId = (field: number, index: number) => (base: number) => (base + field) * 100 + index;
const value = (one: unknown) => () => [{ value: one }];
const same = (one: unknown) => () => one;
/** Times are read in the account's zone: New York and Moscow. */
const zoned = (kommo: string, amocrm: string) => (isKommo: boolean) => (isKommo ? kommo : amocrm);

const ENTITY = { name: 'Ana', entity_id: 8101, entity_type: 'contacts', catalog_id: null };
const LEGAL = { name: 'Acme LLC', entity_type: 2, vat_id: '123456789' };
const LEVELS = [
	{ catalog_id: 2001, catalog_element_id: 5501 },
	{ catalog_id: 2002, catalog_element_id: 5601 },
];
const FILE = { file_uuid: 'f-1', version_uuid: 'v-1', file_name: 'a.pdf', file_size: 18022 };

/** Every type of §4.13 that leads, contacts and companies can have. */
export const CASES: TypeCase[] = [
	{
		type: 'text',
		resource: 'lead',
		field: 3102,
		given: 'AB-1',
		wire: value('AB-1'),
		read: same('AB-1'),
	},
	{
		type: 'text from a number',
		resource: 'contact',
		field: 3004,
		given: 880099,
		wire: value('880099'),
		read: same('880099'),
	},
	{
		type: 'textarea',
		resource: 'lead',
		field: 3110,
		given: 'two\nlines',
		wire: value('two\nlines'),
		read: same('two\nlines'),
	},
	{
		type: 'streetaddress',
		resource: 'lead',
		field: 3111,
		given: 'Main st 1',
		wire: value('Main st 1'),
		read: same('Main st 1'),
	},
	{
		type: 'tracking_data',
		resource: 'lead',
		field: 3122,
		given: 'cpc',
		wire: value('cpc'),
		read: same('cpc'),
	},
	{
		type: 'org_legal_name',
		resource: 'company',
		field: 3207,
		given: 'Acme LLC',
		wire: value('Acme LLC'),
		read: same('Acme LLC'),
	},
	{
		type: 'numeric',
		resource: 'lead',
		field: 3103,
		given: '1 250,5',
		wire: value('1250.5'),
		read: same(1250.5),
	},
	{
		type: 'numeric, zero',
		resource: 'contact',
		field: 3009,
		given: 0,
		wire: value('0'),
		read: same(0),
	},
	{
		type: 'monetary',
		resource: 'lead',
		field: 3113,
		given: 99.9,
		wire: value('99.9'),
		read: same(99.9),
	},
	{
		type: 'checkbox',
		resource: 'lead',
		field: 3107,
		given: '0',
		wire: value(false),
		read: same(false),
	},
	{
		type: 'checkbox, yes',
		resource: 'contact',
		field: 3007,
		given: 'yes',
		wire: value(true),
		read: same(true),
	},
	{
		type: 'url',
		resource: 'lead',
		field: 3109,
		given: 'https://x.example/?a=1',
		wire: value('https://x.example/?a=1'),
		read: same('https://x.example/?a=1'),
	},
	{
		type: 'date: a day of the account',
		resource: 'lead',
		field: 3105,
		given: '2026-02-03',
		wire: (base) => [{ value: base ? '2026-02-03T00:00:00+03:00' : '2026-02-03T00:00:00-05:00' }],
		read: same('2026-02-03'),
	},
	{
		type: 'birthday',
		resource: 'contact',
		field: 3005,
		given: '1990-07-17',
		wire: (base) => [{ value: base ? '1990-07-17T00:00:00+04:00' : '1990-07-17T00:00:00-04:00' }],
		read: same('1990-07-17'),
	},
	{
		type: 'date_time: naive text in the zone of the workflow',
		resource: 'lead',
		field: 3108,
		given: '2026-02-03T10:00:00',
		wire: value(1770109200),
		read: zoned('2026-02-03T04:00:00-05:00', '2026-02-03T12:00:00+03:00'),
	},
	{
		type: 'date_time with an offset',
		resource: 'lead',
		field: 3108,
		given: '2026-02-03T10:00:00+05:30',
		wire: value(1770093000),
		read: zoned('2026-02-02T23:30:00-05:00', '2026-02-03T07:30:00+03:00'),
	},
	{
		type: 'select by id',
		resource: 'lead',
		field: 3101,
		given: 310102,
		wire: (base) => [{ enum_id: enumId(3101, 2)(base) }],
		read: (isKommo) => (isKommo ? 'Ads' : 'Реклама'),
	},
	{
		type: 'radiobutton by code',
		resource: 'lead',
		field: 3106,
		given: 'COURIER',
		wire: (base) => [{ enum_id: enumId(3106, 2)(base) }],
		read: (isKommo) => (isKommo ? 'Courier' : 'Курьер'),
	},
	{
		type: 'multiselect',
		resource: 'company',
		field: 3205,
		given: [320503, 320501],
		wire: (base) => [{ enum_id: enumId(3205, 3)(base) }, { enum_id: enumId(3205, 1)(base) }],
		read: (isKommo) => (isKommo ? ['Services', 'Construction'] : ['Услуги', 'Строительство']),
	},
	{
		type: 'multitext of a kind',
		resource: 'contact',
		field: 3001,
		kind: 'MOB',
		given: '+1 202 555 0111',
		wire: () => [{ value: '+1 202 555 0111', enum_code: 'MOB' }],
		read: same([{ value: '+1 202 555 0111', kind: 'MOB' }]),
	},
	{
		type: 'smart_address',
		resource: 'contact',
		field: 3008,
		given: { city: 'Porto', country: 'PT', address_line_1: 'Rua 1' },
		wire: () => [
			{ value: 'Rua 1', enum_code: 'address_line_1' },
			{ value: 'Porto', enum_code: 'city' },
			{ value: 'PT', enum_code: 'country' },
		],
		read: same({ address_line_1: 'Rua 1', city: 'Porto', country: 'PT' }),
	},
	{
		type: 'legal_entity as JSON text',
		resource: 'company',
		field: 3206,
		given: JSON.stringify(LEGAL),
		wire: value(LEGAL),
		read: () => partial(LEGAL),
	},
	{
		type: 'linked_entity',
		resource: 'lead',
		field: 3116,
		given: ENTITY,
		wire: value(ENTITY),
		read: same(ENTITY),
	},
	{
		type: 'chained_list',
		resource: 'lead',
		field: 3117,
		given: LEVELS,
		wire: () => LEVELS,
		read: same(LEVELS),
	},
	{
		type: 'file',
		resource: 'contact',
		field: 3010,
		given: FILE,
		wire: value(FILE),
		read: same(FILE),
	},
];
