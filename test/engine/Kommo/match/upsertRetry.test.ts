import type { Fault } from '../../../../sandbox/kommo';
import { anyNumber, partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { bodies, runnerOf } from '../kommoRunner';
import { onlyContacts, storedTexts } from './storedContacts';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');

const parameters = {
	matchBy: 'email',
	matchValue: '={{ $json.mail }}',
	name: '={{ $json.name }}',
	onlyWhenFound: { fieldMap: '{ "Position": "found" }' },
};
const retry = { settings: { retryOnFail: true } };
const goOn = { settings: { onError: 'continueRegularOutput' as const } };

/** `count` items; every fifth repeats the address of the one before it. */
const items = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		mail: `m${n % 5 === 4 ? n - 1 : n}@x.example`,
		name: `N${n}`,
	}));

/** How often each address is stored. */
function stored(): Map<string, number> {
	const counts = new Map<string, number>();
	for (const mail of [...storedTexts(sandbox(), 'email').values()].flat()) {
		counts.set(mail, (counts.get(mail) ?? 0) + 1);
	}
	return counts;
}

const onceEach = (count: number) => new Map(items(count).map(({ mail }) => [mail, 1]));

beforeEach(() => {
	onlyContacts(sandbox(), [{ name: 'Else' }]);
});

describe('Retry On Fail', () => {
	test.each<[string, Omit<Fault, 'method'>]>([
		['a 500 before anything was written', { nth: 2, action: { type: 'status', status: 500 } }],
		['a broken connection before', { nth: 2, action: { type: 'reset' } }],
		['a 422', { nth: 2, action: { type: 'status', status: 422 } }],
		['a broken connection after the write', { nth: 2, when: 'after', action: { type: 'reset' } }],
		['a cut off answer', { nth: 2, when: 'after', action: { type: 'truncate' } }],
		['a 504 after the write', { nth: 1, when: 'after', action: { type: 'status', status: 504 } }],
	])('%s at a create: every address is there once', async (_name, fault) => {
		sandbox().addFault({ method: 'POST', path: '/api/v4/contacts', ...fault });
		const { error, json, tries } = await contact('upsert', parameters, items(200), retry);

		expect(error).toBeNull();
		expect(tries).toBe(2);
		expect(stored()).toEqual(onceEach(200));
		expect(json.map(({ action }) => action)).toEqual(
			items(200).map((_, n) => (n % 5 === 4 ? 'updated' : 'created')),
		);
	});

	test('what an earlier try created is not taken for a contact that was there before', async () => {
		sandbox().addFault({ method: 'POST', when: 'after', action: { type: 'reset' } });
		const { json } = await contact('upsert', parameters, items(1), retry);

		expect(json).toEqual([partial({ id: anyNumber, action: 'created' })]);
		expect(bodies(sandbox(), 'PATCH')).toEqual([
			[{ name: 'N0', id: json[0]?.id, request_id: 'i0' }],
		]);
	});

	test('the second try shows the values that the first one sent', async () => {
		onlyContacts(sandbox(), [{ name: 'Old', email: 'old@x.example' }]);
		// the two are sent one after the other, because they mean the same contact
		const list = [
			{ mail: 'new@x.example', name: '1' },
			{ mail: 'old@x.example', name: '2' },
			{ mail: 'new@x.example', name: '3' },
		];
		const path = '/api/v4/contacts';
		sandbox().addFault({ method: 'PATCH', path, nth: 2, action: { type: 'status', status: 422 } });
		const { json, tries } = await contact('upsert', parameters, list, retry);
		const once = await contact('upsert', parameters, [{ mail: 'other@x.example', name: '1' }]);

		expect(tries).toBe(2);
		expect(json.map((record) => Object.keys(record))).toEqual([
			Object.keys(once.json[0] ?? {}),
			['id', 'name', 'custom_fields_values', 'updated_at', 'action'],
			['id', 'name', 'custom_fields_values', 'updated_at', 'action'],
		]);
	});

	test('a create that may still be under way is not repeated', async () => {
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 504 } });
		const { error } = await contact('upsert', parameters, items(5), retry);

		expect(error?.message).toMatch(/whether it was carried out is unknown/);
		expect(bodies(sandbox(), 'POST')).toHaveLength(1);
		expect(stored().size).toBe(0);
	});
});

describe('a look-up answered without a body, which is no 204 (§3.2)', () => {
	test('is repeated', async () => {
		sandbox().addFault({ method: 'GET', path: '/api/v4/contacts', action: { type: 'empty' } });
		onlyContacts(sandbox(), [{ name: 'Old', email: 'm0@x.example' }]);
		const { json } = await contact('upsert', parameters, items(1));

		expect(json).toEqual([partial({ action: 'updated' })]);
	});

	test('is never taken for "not found"', async () => {
		const path = '/api/v4/contacts';
		sandbox().addFault({ method: 'GET', path, times: Infinity, action: { type: 'empty' } });
		const { error } = await contact('upsert', parameters, items(1));

		expect(error?.message).toMatch(/cut off or cannot be read/);
		expect(bodies(sandbox(), 'POST')).toEqual([]);
	});
});

describe('a create whose fate is unknown', () => {
	test('takes the items with the same key along, and no others', async () => {
		sandbox().addFault({ method: 'POST', nth: 1, when: 'after', action: { type: 'reset' } });
		const list = [
			{ mail: 'a@x.example', name: '1' },
			{ mail: 'b@x.example', name: '2' },
			{ mail: 'a@x.example', name: '3' },
			{ mail: 'b@x.example', name: '4' },
		];
		const more = { ...parameters, options: { batchSize: 1 } };
		const { json } = await contact('upsert', more, list, goOn);

		const unknown = textLike(/whether it was carried out is unknown/);
		expect(json).toEqual([
			partial({ name: '1', error: unknown }),
			partial({ name: '2', action: 'created' }),
			partial({ name: '3', error: unknown }),
			partial({ name: '4', action: 'updated' }),
		]);
		expect(stored()).toEqual(
			new Map([
				['a@x.example', 1],
				['b@x.example', 1],
			]),
		);
	});

	test('the message of a run that stops says what is known of every item', async () => {
		sandbox().addFault({ method: 'POST', nth: 2, when: 'after', action: { type: 'reset' } });
		const { error } = await contact('upsert', parameters, items(120));

		expect(error?.description).toMatch(/Unknown: items /);
		expect(error?.description).toMatch(/Written: items /);
		expect(error?.description).toMatch(/Not written: items /);
	});

	test('a row that the answer leaves out is one of them', async () => {
		sandbox().setSwitches({ omitRowInAnswer: 1 });
		const list = [
			{ mail: 'a@x.example', name: '1' },
			{ mail: 'b@x.example', name: '2' },
			{ mail: 'b@x.example', name: '3' },
		];
		const { json } = await contact('upsert', parameters, list, goOn);

		expect(json).toEqual([
			partial({ action: 'created' }),
			partial({ error: textLike(/^The answer has no row/) }),
			partial({ error: textLike(/^The answer has no row/) }),
		]);
		expect(stored().get('b@x.example')).toBe(1);
	});
});

test('a refused row leaves the others of its batch alone', async () => {
	const list = ['a', 'b', 'c'].map((name, n) => ({
		mail: `${name}@x.example`,
		name,
		owner: n === 1 ? 999 : 502,
	}));
	const additionalFields = { responsibleUserId: '={{ $json.owner }}' };
	const { json } = await contact('upsert', { ...parameters, additionalFields }, list, goOn);

	expect(json).toEqual([
		partial({ action: 'created' }),
		partial({ name: 'b', error: textLike(/./) }),
		partial({ action: 'created' }),
	]);
});
