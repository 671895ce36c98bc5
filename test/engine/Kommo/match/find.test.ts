import type { INodeParameters } from 'n8n-workflow';

import { useSandbox } from '../../../support/sandbox';
import { partial } from '../../../support/partial';
import { numbered, pairing, runnerOf, sent } from '../kommoRunner';
import { phoneOf } from './fiveSpellings';
import { onlyContacts } from './storedContacts';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');
const company = runnerOf(sandbox, 'company');

const by = (matchBy: string, matchValue: string, options: INodeParameters = {}) => ({
	matchBy,
	matchValue,
	options,
});
const anyList: unknown = expect.any(Array);
const searches = () => sent(sandbox()).filter(({ path }) => path === '/api/v4/contacts');

describe('a contact is found by', () => {
	test.each<[string, INodeParameters, number]>([
		['its phone as stored', by('phone', '+5511999990000'), 8101],
		['its phone without country code', by('phone', '(11) 99999-0000'), 8101],
		['its phone in another spelling', by('phone', '+1 202 555 01 43'), 8102],
		['a shorter phone with other marks', by('phone', '+46 (8) 12345678'), 8105],
		['its e-mail in other letters', by('email', ' Ana@REIS.example '), 8101],
		['its name in other letters', by('name', 'ana  REIS'), 8101],
		['a text field', { ...by('customField', '880012'), matchFieldId: 'Telegram ID' }, 8103],
		['a field by its code', { ...by('customField', '880012'), matchFieldId: 'TELEGRAM_ID' }, 8103],
		[
			'the phone as a field',
			{ ...by('customField', '11 99999-0000'), matchFieldId: 'PHONE' },
			8101,
		],
		['whatever the search gives', by('query', 'northwind.exa'), 8102],
	])('%s', async (_name, parameters, id) => {
		const { json, error } = await contact('find', parameters);

		expect(error).toBeNull();
		expect(json).toEqual([{ found: true, matches: 1, contact: partial({ id }) }]);
	});

	test('a company is found by its phone and by its name', async () => {
		const byPhone = await company('find', by('phone', '1 202 555-0110'));
		const byName = await company('find', by('name', 'harbor cafe'));

		expect(byPhone.json).toEqual([{ found: true, matches: 1, company: partial({ id: 8202 }) }]);
		expect(byName.json).toEqual([{ found: true, matches: 1, company: partial({ id: 8203 }) }]);
	});
});

describe('a candidate that only resembles the key is not a match', () => {
	test.each<[string, INodeParameters]>([
		['the end of a phone', by('phone', '5550143')],
		['a phone of another country', by('phone', '+7 202 555 0143')],
		['a part of an e-mail', by('email', 'ana@reis')],
		['a part of a name', by('name', 'Ana')],
		['a part of a field', { ...by('customField', '88001'), matchFieldId: 'Telegram ID' }],
		['the value in another field', { ...by('customField', 'Owner'), matchFieldId: 3004 }],
	])('%s', async (_name, parameters) => {
		const { json } = await contact('find', parameters);

		expect(json).toEqual([{ found: false, matches: 0, contact: null }]);
	});
});

describe('look-ups', () => {
	test('200 items with the same key cost one', async () => {
		const { json, items } = await contact('find', by('email', 'ana@reis.example'), numbered(200));

		expect(searches()).toHaveLength(1);
		expect(json).toHaveLength(200);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			numbered(200).map((_, item) => ({ item })),
		);
	});

	test('a phone is asked for as it is given, then by its last ten digits', async () => {
		await contact('find', by('phone', '+55 (11) 99999-0001'));

		expect(searches().map(({ query }) => query)).toEqual([
			{ query: '+55 (11) 99999-0001', 'order[id]': 'asc', limit: '250' },
			{ query: '1999990001', 'order[id]': 'asc', limit: '250' },
		]);
	});

	test('a national number finds its international spelling', async () => {
		const [id] = onlyContacts(sandbox(), [
			{ phone: '+33 6 12 34 56 78' },
			{ phone: '+33 6 12 34 56 79' },
		]);
		const { json } = await contact('find', by('phone', '06 12 34 56 78'));

		expect(searches().map(({ query }) => query.query)).toEqual(['06 12 34 56 78', '612345678']);
		expect(json).toEqual([{ found: true, matches: 1, contact: partial({ id }) }]);
	});

	test('what the exact text finds needs no second one', async () => {
		await contact('find', by('phone', '+5511999990000'));

		expect(searches()).toHaveLength(1);
	});

	test('spellings that mean one phone for certain are one key', async () => {
		const items = Array.from({ length: 5 }, (_, n) => ({ phone: phoneOf(42, n) }));
		const { json } = await contact('find', by('phone', '={{ $json.phone }}'), items);

		expect(json).toHaveLength(5);
		// the number without a country code could be another one: it is asked for, too
		expect(searches().map(({ query }) => query.query)).toEqual([
			'+79000000042',
			'900-000-0042',
			'9000000042',
		]);
	});

	test('with two keys each item gets its own answer', async () => {
		const items = [{ mail: 'ana@reis.example' }, { mail: 'no@where.example' }];
		const { json, ...run } = await contact('find', by('email', '={{ $json.mail }}'), items);

		expect(json).toEqual([partial({ found: true }), partial({ found: false })]);
		expect(pairing({ json, ...run })).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('no item is answered by the object of another one', async () => {
		const { json } = await contact(
			'find',
			{ ...by('email', 'ana@reis.example'), simplify: false },
			numbered(2),
		);

		expect(json[0]).toEqual(json[1]);
		expect(json[0]?.contact).not.toBe(json[1]?.contact);
	});

	test('what is to be included is asked for and shown', async () => {
		const parameters = by('email', 'ana@reis.example', { include: ['leads'] });
		const { json } = await contact('find', { ...parameters, simplify: false });

		expect(searches()[0]?.query).toEqual(partial({ with: 'leads' }));
		expect(json[0]?.contact).toEqual(partial({ _embedded: partial({ leads: anyList }) }));
	});
});

describe('many candidates', () => {
	const many = (count: number) =>
		onlyContacts(
			sandbox(),
			Array.from({ length: count }, (_, n) => ({ name: n === count - 1 ? 'Ann' : `Ann ${n}` })),
		);

	test('more than 250 are read page by page', async () => {
		const ids = many(600);
		const { json } = await contact('find', by('name', 'Ann'));

		expect(searches().map(({ query }) => query.page)).toEqual([undefined, '2', '3']);
		expect(json).toEqual([{ found: true, matches: 1, contact: partial({ id: ids.at(-1) }) }]);
	});

	test('as many as Max Candidates are read, one more ends the item', async () => {
		many(300);
		const enough = await contact('find', by('name', 'Ann', { maxCandidates: 300 }));
		const less = await contact('find', by('name', 'Ann', { maxCandidates: 299 }));

		expect(enough.json).toEqual([partial({ found: true })]);
		expect(less.error?.message).toBe(
			'Too many candidates for name "Ann": more than 299 records contain it [item 0]',
		);
		expect(less.error?.description).toMatch(/'Max Candidates'/);
	});

	test('the other items go on where the node does', async () => {
		many(1001);
		const items = [{ name: 'Ann' }, { name: 'Ann 7' }];
		const settings = { onError: 'continueRegularOutput' as const };
		const { json } = await contact('find', by('name', '={{ $json.name }}'), items, { settings });

		expect(json).toEqual([
			partial({ name: 'Ann', error: textOf(/^Too many candidates/) }),
			partial({ found: true, matches: 1 }),
		]);
	});

	const textOf = (pattern: RegExp): unknown => expect.stringMatching(pattern);

	test('Match Against All Records finds it as well, and never asks the search', async () => {
		const ids = many(1001);
		const { json } = await contact('find', by('name', 'Ann', { matchAgainstAll: true }));

		expect(json).toEqual([{ found: true, matches: 1, contact: partial({ id: ids.at(-1) }) }]);
		expect(searches().every(({ query }) => query.query === undefined)).toBe(true);
	});
});

describe('when several match', () => {
	beforeEach(() => {
		onlyContacts(sandbox(), [
			{ email: 'a@x.example', createdAt: 300, updatedAt: 300 },
			{ email: 'A@x.example', createdAt: 100, updatedAt: 500 },
			{ email: 'a@x.example', createdAt: 200, updatedAt: 900 },
		]);
	});
	const find = async (onSeveral: string) =>
		await contact('find', { ...by('email', 'a@x.example', { onSeveral }), simplify: false });
	const createdAt = (contactOf: unknown) =>
		(contactOf as { created_at: number } | null)?.created_at;

	test.each([
		['firstCreated', [100]],
		['lastUpdated', [200]],
		['all', [300, 100, 200]],
	])('%s', async (choice, expected) => {
		const run = await find(choice);

		expect(run.json.map((one) => createdAt(one.contact))).toEqual(expected);
		expect(run.json.map(({ matches }) => matches)).toEqual(expected.map(() => 3));
		expect(pairing(run)).toEqual(expected.map(() => ({ item: 0 })));
	});

	test('stop names the IDs', async () => {
		const { error } = await find('stop');
		const ids = [...sandbox().accounts.kommo.store.contacts.keys()].join(', ');

		expect(error?.message).toMatch(/^3 records match email a@x.example/);
		expect(error?.description).toContain(`They have the IDs ${ids}.`);
	});
});

test('where API filtering is switched off, amoCRM finds as well: no filter is used', async () => {
	sandbox().setSwitches({ apiFilterEnabled: false });
	const [id] = onlyContacts(sandbox(), [{ phone: '+7 900 123-45-67' }, {}], 'amocrm');
	const { json } = await contact('find', by('phone', '89001234567'), [{}], { account: 'amocrm' });

	expect(json).toEqual([{ found: true, matches: 1, contact: partial({ id }) }]);
});

test('a refused token ends the run: no further look-up is tried', async () => {
	sandbox().addFault({
		path: '/api/v4/contacts',
		times: Infinity,
		action: { type: 'status', status: 402, body: { title: 'Payment Required', status: 402 } },
	});
	const settings = { onError: 'continueRegularOutput' as const };
	const { json } = await contact('find', by('name', '={{ "Nobody " + $json.n }}'), numbered(100), {
		settings,
	});

	expect(json).toHaveLength(100);
	expect(json.every(({ error }) => typeof error === 'string')).toBe(true);
	expect(searches().length).toBeLessThanOrEqual(8);
});
