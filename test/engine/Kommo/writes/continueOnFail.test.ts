import type { INodeParameters } from 'n8n-workflow';

import { partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import {
	createLeads,
	newLeads,
	rowsOf,
	runKommo,
	storedNames,
	updateLeads,
	writesOf,
} from './kommoRun';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const regular = { settings: { onError: 'continueRegularOutput' } } as const;
const errorOutput = { settings: { onError: 'continueErrorOutput' } } as const;

/** The user comes from the item; one that the account does not have is refused by the API alone. */
const withUser = (options: INodeParameters = {}): INodeParameters => ({
	...createLeads(options),
	additionalFields: { price: '={{ $json.price }}', responsibleUserId: '={{ $json.user }}' },
});

/** Leads of user 501, those at `bad` of a user who does not exist. */
const leadsOf = (count: number, ...bad: number[]) =>
	newLeads(count).map((lead, index) => ({ ...lead, user: bad.includes(index) ? 99_999 : 501 }));

describe('one bad item among 100', () => {
	const items = newLeads(100).map((lead, index) =>
		index === 42 ? { ...lead, price: 'much' } : lead,
	);

	test('a value that cannot be sent is reported on its item, nothing of it leaves the node', async () => {
		const { outputs } = await runKommo(sandbox(), createLeads(), { items, ...regular });

		const [output = []] = outputs;
		expect(output).toHaveLength(100);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(output[42]?.json).toMatchObject({
			...items[42],
			error: textLike(/'Price'.*much.*\[item 42\]/),
		});
		expect(writesOf(sandbox()).map((request) => rowsOf(request).length)).toEqual([50, 49]);
		expect(storedNames(sandbox()).size).toBe(99);
	});

	test('a row that the API refuses is taken out: 99 leads in 3 requests (§3.3)', async () => {
		const { outputs } = await runKommo(sandbox(), withUser(), {
			items: leadsOf(100, 42),
			...regular,
		});

		const [output = []] = outputs;
		expect(writesOf(sandbox())).toHaveLength(3);
		expect(storedNames(sandbox()).size).toBe(99);
		expect(output.map(({ json }) => json.name)).toEqual(newLeads(100).map(({ name }) => name));
		const failed = output.filter(({ json }) => json.error !== undefined);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 42 }]);
		// field names instead of `responsible_user_id`
		expect(failed[0]?.json.error).toBe(
			"'Responsible User': '99999' is not an active user of this account [item 42]",
		);
	});

	test('on the error output it comes alone, with its input', async () => {
		const items = leadsOf(100, 42);
		const { outputs } = await runKommo(sandbox(), withUser(), { items, ...errorOutput });

		const [good = [], bad = []] = outputs;
		expect(good).toHaveLength(99);
		expect(bad).toEqual([
			{
				json: partial({
					...items[42],
					error: "'Responsible User': '99999' is not an active user of this account [item 42]",
				}),
				pairedItem: { item: 42 },
			},
		]);
		expect(good.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })).filter(({ item }) => item !== 42),
		);
	});

	test('without Continue On Fail the message names the refused item, not its neighbours', async () => {
		const { error } = await runKommo(sandbox(), withUser(), { items: leadsOf(100, 42) });

		expect(error?.message).toBe(
			"'Responsible User': '99999' is not an active user of this account [item 42]",
		);
		expect(error?.itemIndex).toBe(42);
		expect(error?.description).toMatch(/Not written: items 0–49\.$/);
		expect(writesOf(sandbox()).length).toBeLessThanOrEqual(2);
	});
});

describe('a refused batch (§3.3)', () => {
	test('several bad rows are named at once, each with what is wrong in it', async () => {
		const { json } = await runKommo(sandbox(), withUser(), {
			items: leadsOf(10, 3, 7),
			...regular,
		});

		expect(json.flatMap(({ error }, index) => (error === undefined ? [] : [index]))).toEqual([
			3, 7,
		]);
		expect(writesOf(sandbox()).map((request) => rowsOf(request).length)).toEqual([10, 8]);
	});

	test('rows that only the path of a value names are told apart, too (§3.3: request_id, or index)', async () => {
		const errors = [
			{ code: 'InvalidType', path: '1.price', detail: 'This value should be of type int.' },
		];
		const body = { status: 400, 'validation-errors': [{ errors }] };
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 400, body } });
		const { json } = await runKommo(sandbox(), createLeads(), { items: newLeads(3), ...regular });

		expect(json.map(({ error }) => error)).toEqual([
			undefined,
			"'Price': a whole number is expected [item 1]",
			undefined,
		]);
		expect(writesOf(sandbox()).map((request) => rowsOf(request).length)).toEqual([3, 2]);
	});

	test('a request of one row needs no name for it', async () => {
		const errors = [
			{ code: 'InvalidType', path: 'price', detail: 'This value should be of type int.' },
		];
		const body = { status: 400, 'validation-errors': [{ errors }] };
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 400, body } });
		const { error } = await runKommo(sandbox(), createLeads(), { items: newLeads(1) });

		expect(error?.message).toBe("'Price': a whole number is expected [item 0]");
	});

	test('with Resend After Rejection off the others are not sent again, and say why', async () => {
		const { json } = await runKommo(sandbox(), withUser({ resendAfterRejection: false }), {
			items: leadsOf(3, 1),
			...regular,
		});

		expect(writesOf(sandbox())).toHaveLength(1);
		expect(json.map(({ error }) => error)).toEqual([
			'Not written, because another item of the same request was refused',
			"'Responsible User': '99999' is not an active user of this account [item 1]",
			'Not written, because another item of the same request was refused',
		]);
		expect(storedNames(sandbox()).size).toBe(0);
	});

	test('a custom field goes by its name instead of custom_fields_values.0.values.0.enum_id', async () => {
		const { customFields } = sandbox().accounts.kommo.store;
		const field = [...customFields.values()].find((one) => {
			return one.type === 'text' && one.entity_type === 'leads';
		});
		const detail = 'The value you selected is not a valid choice.';
		const path = 'custom_fields_values.0.values.0.value';
		const errors = [{ code: 'NotSupportedChoice', path, detail }];
		const body = { status: 400, 'validation-errors': [{ request_id: 'i1', errors }] };
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 400, body } });
		const { json } = await runKommo(
			sandbox(),
			{
				...createLeads(),
				customFields: {
					mappingMode: 'defineBelow',
					value: { [String(field?.id)]: '={{ $json.text }}' },
				},
			},
			{ items: newLeads(3).map((lead, index) => ({ ...lead, text: `T${index}` })), ...regular },
		);

		expect(json.map(({ error }) => error)).toEqual([
			undefined,
			expect.stringContaining(`'${field?.name}': 'T1' is not one of the options`),
			undefined,
		]);
	});

	const ids = () => [...sandbox().accounts.kommo.store.leads.keys()];
	const changes = (bad: number[], count = 8) =>
		ids()
			.slice(0, count)
			.map((id, index) => ({ id: bad.includes(index) ? index + 1 : id, price: index }));

	test.each([
		['400', { missingIdNamesRow: false }],
		['404', { missingIdOnWrite: 404 }],
	] as const)(
		'a %s that names no row is halved until the row is found',
		async (_name, switches) => {
			sandbox().setSwitches(switches);
			const { json } = await runKommo(sandbox(), updateLeads(), {
				items: changes([5]),
				...regular,
			});

			expect(json.flatMap(({ error }, index) => (error === undefined ? [] : [index]))).toEqual([5]);
			const sizes = writesOf(sandbox()).map((request) => rowsOf(request).length);
			expect(sizes).toEqual([8, 4, 4, 2, 1, 1, 2]);
		},
	);

	test('for one batch only; the rows of the next one share the message', async () => {
		sandbox().setSwitches({ missingIdNamesRow: false });
		const { json } = await runKommo(sandbox(), updateLeads({ batchSize: 4 }), {
			items: changes([1, 6]),
			...regular,
		});

		const failed = json.flatMap(({ error }, index) => (error === undefined ? [] : [index]));
		expect([
			[1, 4, 5, 6, 7],
			[0, 1, 2, 3, 6],
		]).toContainEqual(failed);
		expect(writesOf(sandbox())).toHaveLength(2 + 4);
	});

	test('not for ever: 50 bad rows do not cost 99 requests', async () => {
		sandbox().setSwitches({ missingIdNamesRow: false });
		const items = Array.from({ length: 50 }, (_, index) => ({ id: index + 1, price: 1 }));
		const { json } = await runKommo(sandbox(), updateLeads(), { items, ...regular });

		expect(json.every(({ error }) => error !== undefined)).toBe(true);
		expect(writesOf(sandbox()).length).toBeLessThanOrEqual(49);
	});

	test('a path the server does not know is not taken for a missing record (§3.3)', async () => {
		const body = {
			title: 'Not Found',
			status: 404,
			detail: 'Cannot PATCH https://acme.kommo.com/api/v4/leads',
		};
		sandbox().addFault({
			method: 'PATCH',
			times: Infinity,
			action: { type: 'status', status: 404, body },
		});
		const { json } = await runKommo(sandbox(), updateLeads(), { items: changes([]), ...regular });

		expect(writesOf(sandbox())).toHaveLength(1);
		expect(json[7]?.error).toMatch(/does not know PATCH \/api\/v4\/leads/);
	});
});

describe('a batch that goes wrong', () => {
	test('leaves the others alone with Continue On Fail; nothing is repeated', async () => {
		sandbox().addFault({ method: 'POST', nth: 2, action: { type: 'reset' } });
		const { json } = await runKommo(sandbox(), createLeads({ batchSize: 2 }), {
			items: newLeads(8),
			...regular,
		});

		expect(writesOf(sandbox())).toHaveLength(4);
		expect(json.map(({ error }) => typeof error)).toEqual([
			...['undefined', 'undefined', 'string', 'string'],
			...['undefined', 'undefined', 'undefined', 'undefined'],
		]);
		expect(json[2]?.error).toMatch(/whether it was carried out is unknown/);
	});

	test('without it no further batch starts, those under way are finished', async () => {
		sandbox().setLatency({ baseMs: 20, perEntityMs: 0 });
		sandbox().addFault({ method: 'POST', nth: 1, action: { type: 'status', status: 422 } });
		const { error } = await runKommo(sandbox(), createLeads({ batchSize: 1 }), {
			items: newLeads(20),
		});

		const sent = writesOf(sandbox()).length;
		expect(sent).toBeLessThanOrEqual(8);
		expect(storedNames(sandbox()).size).toBe(sent - 1);
		expect(error?.description).toContain(`Not written: items 0, ${sent}–19.`);
	});
});
