import type { Param } from '../../../../nodes/Comagic/catalogue/method';
import {
	missingParams,
	toWireObject,
	toWireValue,
} from '../../../../nodes/Comagic/fields/wireValue';

const use = { label: 'Field', zone: 'Europe/Moscow' };
const param = (more: Partial<Param>): Param => ({
	name: 'x',
	type: 'string',
	required: false,
	choices: null,
	limits: null,
	children: [],
	...more,
});

it.each<[string, Partial<Param>, unknown, unknown]>([
	['digits as a number', { type: 'number' }, ' 42 ', 42],
	['a negative id', { type: 'number' }, '-1', -1],
	['a locator', { type: 'number' }, { __rl: true, mode: 'id', value: '7' }, 7],
	['a number as a text', {}, 79150000001, '79150000001'],
	['yes and no', { type: 'boolean' }, 'TRUE', true],
	['zero as no', { type: 'boolean' }, 0, false],
	['a word in any case', { type: 'enum', choices: ['in', 'out'] }, 'Out', 'out'],
	['an empty field on purpose', { type: 'number' }, null, null],
	['ids with commas', { name: 'tag_ids', type: 'array' }, '1, 2', [1, 2]],
	['ids of members', { name: 'members', type: 'array' }, ['3'], [3]],
	[
		'phone numbers as texts',
		{ name: 'phone_numbers', type: 'array' },
		'7915, 7916',
		['7915', '7916'],
	],
	[
		'phone numbers that are numbers as texts',
		{ name: 'phone_numbers', type: 'array' },
		[79150001122],
		['79150001122'],
	],
	['ids of another system', { name: 'contact_ext_ids', type: 'array' }, '1,2', ['1', '2']],
	['numbers of capacity', { name: 'number_capacity_ids', type: 'array' }, [5], ['5']],
	['a list as JSON', { name: 'ids', type: 'array' }, '["1",2]', [1, 2]],
	['an empty list', { name: 'ids', type: 'array' }, '[]', []],
	['words of a list', { type: 'array', choices: ['in', 'out'] }, 'IN,out', ['in', 'out']],
	['an id that a page calls an enum', { name: 'person_id', type: 'enum' }, '12', 12],
	['an id without a type', { name: 'tag_id', type: 'any' }, '12', 12],
	['another value without a type', { name: 'value', type: 'any' }, '12', '12'],
	[
		'a phone number with what people write',
		{ limits: 'E164' },
		'+7 (915) 000-11-22',
		'79150001122',
	],
	['a day', { limits: 'date' }, '2026-01-31T10:00:00', '2026-01-31'],
	['a time', { type: 'datetime' }, '2026-01-31T10:00:00Z', '2026-01-31 13:00:00'],
])('sends %s as the API wants it', (_name, more, value, wire) => {
	expect(toWireValue(param(more), value, use)).toEqual(wire);
});

it.each<[Partial<Param>, unknown, string]>([
	[{ type: 'number' }, 'x', "'Field' is not a number: x"],
	[{ type: 'number' }, '', "'Field' is not a number"],
	[{ type: 'number' }, true, "'Field' is not a number: true"],
	[{ type: 'boolean' }, 'maybe', "'Field' is neither true nor false: maybe"],
	[{ type: 'enum', choices: ['in'] }, 'up', "'Field' does not exist: up"],
	[{}, { a: 1 }, "'Field' is not a text"],
	[{ type: 'object' }, '[1]', "'Field' is not an object"],
	[{ type: 'object' }, '{', "'Field' is not JSON"],
	[{ name: 'ids', type: 'array' }, 'a', "'Field' is not a number: a"],
	[{ type: 'number', limits: '1..150' }, 151, "'Field' takes from 1 to 150, not 151"],
	[{ type: 'number', limits: 'min 1' }, 0, "'Field' takes at least 1, not 0"],
	[{ limits: 'len<=5' }, '123456', "'Field' takes at most 5 characters, not 6"],
	[{ limits: 'len>=8' }, 'short', "'Field' takes at least 8 characters, not 5"],
	[
		{ name: 'emails', type: 'array', limits: 'max 2' },
		'a,b,c',
		"'Field' takes at most 2 entries, not 3",
	],
])('refuses %j with %j', (more, value, message) => {
	expect(() => toWireValue(param(more), value, use)).toThrow(message);
});

it('types what is nested and leaves the rest as it is', () => {
	const entries = param({
		name: 'phones',
		type: 'array',
		children: [param({ name: 'count', type: 'number' }), param({ name: 'note' })],
	});
	expect(
		toWireObject([entries], { phones: [{ count: '2', note: '', odd: 'x' }], other: true }, use),
	).toEqual({ phones: [{ count: 2, odd: 'x' }], other: true });
	expect(() =>
		toWireObject([entries], { phones: [{ count: 'x' }] }, { ...use, label: '' }),
	).toThrow("'Phones 1: Count' is not a number: x");
});

it('names what is missing, also in lists', () => {
	const id = param({ name: 'id', type: 'number', required: true });
	const rows = param({ name: 'rows', type: 'array', required: true, children: [id] });
	expect(missingParams([id, rows], {})).toEqual(['id', 'rows']);
	expect(missingParams([rows], { rows: [{ id: 1 }, {}] })).toEqual(['rows.id']);
});
