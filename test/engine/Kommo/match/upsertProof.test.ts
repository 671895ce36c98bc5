import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { LoggedRequest } from '../../../../sandbox/kommo';
import { samePhone } from '../../../../nodes/Kommo/matching/phone';
import { useSandbox } from '../../../support/sandbox';
import { bodies, pairing, runnerOf } from '../kommoRunner';
import { phoneOf } from './fiveSpellings';
import { onlyContacts, storedTexts } from './storedContacts';

// the limiter's turns are not waited for
jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');

const STORED = 200;
const KEYS = 450;
const ITEMS = 500;

/** Items 0–449 ask for a phone each, 450–499 for one of these once more, in another spelling. */
const items = Array.from({ length: ITEMS }, (_, index) => {
	const key = index < KEYS ? index : (index - KEYS) * 9;
	return {
		key,
		phone: phoneOf(key, index < KEYS ? index % 3 : (index + 1) % 3),
		note: `n${index}`,
	};
});

const byPhone = (options: INodeParameters = {}): INodeParameters => ({
	matchBy: 'phone',
	matchValue: '={{ $json.phone }}',
	name: '={{ $json.note }}',
	options,
});

/** The phones 0–199 in five spellings, and as many others as are wanted. */
function store(others: number): number[] {
	return onlyContacts(sandbox(), [
		...Array.from({ length: STORED }, (_, n) => ({ phone: phoneOf(n, n) })),
		...Array.from({ length: others }, (_, n) => ({ phone: phoneOf(1_000_000 + n, n) })),
	]);
}

const isLookUp = ({ method, path }: LoggedRequest) =>
	method === 'GET' && path === '/api/v4/contacts';

function requestCounts() {
	const all = sandbox().requests();
	return {
		lookUps: all.filter(isLookUp).length,
		writes: all.filter(({ method }) => method !== 'GET').length,
		otherReads: all.filter((one) => one.method === 'GET' && !isLookUp(one)).length,
	};
}

/** One contact for each phone, those that were there still there, each with its last name. */
function expectNoDuplicate(
	stored: number[],
	others: number,
	json: IDataObject[],
	of = items,
): void {
	const phones = storedTexts(sandbox(), 'phone');
	const added = new Set(of.map(({ key }) => key).filter((key) => key >= STORED)).size;
	expect(phones.size).toBe(STORED + others + added);
	expect(json).toHaveLength(of.length);
	const { contacts } = sandbox().accounts.kommo.store;
	for (const [index, { key, phone, note }] of of.entries()) {
		const id = Number(json[index]?.id);
		expect(phones.get(id)?.some((one) => samePhone(one, phone))).toBe(true);
		if (key < STORED) expect(id).toBe(stored[key]);
		expect(contacts.get(id)?.name).toBe(of.findLast((one) => one.key === key)?.note);
		expect(json[index]?.name).toBe(note);
	}
}

const actions = items.map(({ key }, index) =>
	key >= STORED && index < KEYS ? 'created' : 'updated',
);

test('500 contacts upserted by phone where 200 exist in five spellings and 50 keys repeat', async () => {
	const stored = store(0);
	const run = await contact('upsert', byPhone(), items);

	expect(run.error).toBeNull();
	expectNoDuplicate(stored, 0, run.json);
	expect(run.json.map(({ action }) => action)).toEqual(actions);
	expect(pairing(run)).toEqual(items.map((_, item) => ({ item })));
	const { lookUps, writes, otherReads } = requestCounts();
	// a second look-up for those that the exact text does not find
	const exact = Array.from({ length: STORED }, (_, n) => n).filter((n) => foundAtOnce(n)).length;
	expect(lookUps).toBe(KEYS + (KEYS - exact));
	expect(writes).toBe(ITEMS / 50);
	expect(otherReads).toBeLessThanOrEqual(2);
});

/** Whether the digits an item asks for stand in the stored spelling. */
function foundAtOnce(n: number): boolean {
	const [asked, stored] = [phoneOf(n, n % 3), phoneOf(n, n)].map((text) => text.replace(/\D/g, ''));
	return stored?.includes(asked ?? '') === true;
}

test('with Match Against All Records the same takes ⌈contacts/250⌉ + 14 requests at most', async () => {
	const others = 1_000;
	const stored = store(others);
	const { error, json } = await contact('upsert', byPhone({ matchAgainstAll: true }), items);

	expect(error).toBeNull();
	expectNoDuplicate(stored, others, json);
	expect(json.map(({ action }) => action)).toEqual(actions);
	const pages = Math.ceil((STORED + others) / 250);
	expect(sandbox().requests().length).toBeLessThanOrEqual(pages + 14);
});

test('a second run of the same items creates nothing', async () => {
	store(0);
	const some = items.filter((_, index) => index % 10 === 0);
	await contact('upsert', byPhone(), some);
	const size = storedTexts(sandbox(), 'phone').size;
	sandbox().clearRequests();
	const { json } = await contact('upsert', byPhone(), some);

	expect(new Set(json.map(({ action }) => action))).toEqual(new Set(['updated']));
	expect(bodies(sandbox(), 'POST')).toEqual([]);
	expect(storedTexts(sandbox(), 'phone').size).toBe(size);
});

describe('with 100,000 stored contacts', () => {
	const others = 100_000 - STORED;
	/** Each look-up goes through all of them, so that fewer are enough: 25 phones, twice each. */
	const some = items.filter(({ key }, index) => key % 9 === 0 && index % 2 === 0);

	test('it stays correct', async () => {
		const stored = store(others);
		const { error, json } = await contact('upsert', byPhone(), some);

		expect(error).toBeNull();
		expectNoDuplicate(stored, others, json, some);
	}, 120_000);

	test('the download is refused above the cap, before most of it is read', async () => {
		store(others);
		const { error } = await contact('upsert', byPhone({ matchAgainstAll: true }), items);

		expect(error?.message).toMatch(/more than 40 pages of 250 records/);
		expect(error?.description).toMatch(/'Max Pages'/);
		expect(requestCounts()).toEqual({ lookUps: 2, writes: 0, otherReads: 1 });
	}, 120_000);

	test('the download is read as a whole below the cap', async () => {
		const stored = store(others);
		const options = { matchAgainstAll: true, maxPages: 1000 };
		const { error, json } = await contact('upsert', byPhone(options), items);

		expect(error).toBeNull();
		expectNoDuplicate(stored, others, json);
		expect(sandbox().requests().length).toBeLessThanOrEqual(400 + 14);
	}, 120_000);
});
