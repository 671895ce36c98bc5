import type { FaultAction } from '../../../../sandbox/kommo';
import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { createLeads, newLeads, readsOf, runKommo, storedNames, writesOf } from './kommoRun';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const regular = { settings: { onError: 'continueRegularOutput' } } as const;

/** Requests that may be under way when the first answer comes. */
const UNDER_WAY = 8;

const problem = (status: number, detail: string): FaultAction => ({
	type: 'status',
	status,
	body: { title: 'x', type: `https://httpstatus.es/${status}`, status, detail },
});

const errorText = (error: unknown) => (typeof error === 'string' ? error : '');

describe('what the next request would meet as well ends the run, also with Continue On Fail', () => {
	test.each<[string, FaultAction]>([
		['a 401', problem(401, 'Invalid user name or password')],
		['a 402', problem(402, 'Payment required')],
		['a 403 page', { type: 'html', status: 403 }],
	])('%s while writing: all items fail with it, no further request', async (_name, action) => {
		sandbox().addFault({ method: 'POST', times: Infinity, action });
		const { json } = await runKommo(sandbox(), createLeads({ batchSize: 1 }), {
			items: newLeads(40),
			...regular,
		});

		expect(json).toHaveLength(40);
		expect(new Set(json.map(({ error }) => error)).size).toBe(1);
		expect(writesOf(sandbox()).length).toBeLessThanOrEqual(2 * UNDER_WAY);
	});

	test('a 403 while searching', async () => {
		sandbox().addFault({ method: 'GET', times: Infinity, action: { type: 'html', status: 403 } });
		const { json } = await runKommo(
			sandbox(),
			{ resource: 'lead', operation: 'search', query: '={{ $json.name }}' },
			{ items: newLeads(20), ...regular },
		);

		expect(json).toHaveLength(20);
		expect(json.every(({ error }) => /blocks requests/.test(errorText(error)))).toBe(true);
		expect(readsOf(sandbox()).length).toBeLessThanOrEqual(UNDER_WAY);
	});

	test('a 401 while looking up names', async () => {
		const action = problem(401, 'Invalid user name or password');
		sandbox().addFault({ method: 'GET', times: Infinity, action });
		const { json } = await runKommo(
			sandbox(),
			{ ...createLeads(), additionalFields: { responsibleUserId: '={{ $json.user }}' } },
			{ items: newLeads(5).map((lead) => ({ ...lead, user: 'Marco Silva' })), ...regular },
		);

		expect(json).toHaveLength(5);
		expect(json.every(({ error }) => /did not accept the token/.test(errorText(error)))).toBe(true);
		expect(
			sandbox()
				.requests()
				.map(({ path }) => path),
		).toEqual(['/api/v4/users', '/api/v4/users']);
	});

	test('a look-up that fails otherwise concerns only the items that need it', async () => {
		sandbox().addFault({ method: 'GET', times: Infinity, action: problem(500, 'x') });
		const users = ['Marco Silva', '501', 'Marco Silva'];
		const { json } = await runKommo(
			sandbox(),
			{ ...createLeads(), additionalFields: { responsibleUserId: '={{ $json.user }}' } },
			{ items: newLeads(3).map((lead, index) => ({ ...lead, user: users[index] })), ...regular },
		);

		expect(json.map(({ error }) => typeof error)).toEqual(['string', 'undefined', 'string']);
		expect(readsOf(sandbox())).toHaveLength(4);
		expect(storedNames(sandbox())).toEqual(new Map([['Lead 1', 1]]));
	});

	test('a list that only an admin may read concerns only the items that need it (§4.16)', async () => {
		sandbox().addFault({ path: '/api/v4/users', times: Infinity, action: problem(403, 'x') });
		const users = ['Marco Silva', '501', 'Marco Silva'];
		const { json } = await runKommo(
			sandbox(),
			{ ...createLeads(), additionalFields: { responsibleUserId: '={{ $json.user }}' } },
			{ items: newLeads(3).map((lead, index) => ({ ...lead, user: users[index] })), ...regular },
		);

		expect(json.map(({ error }) => error)).toEqual([
			'Only an admin of the account may do this',
			undefined,
			'Only an admin of the account may do this',
		]);
		expect(storedNames(sandbox())).toEqual(new Map([['Lead 1', 1]]));
	});
});

test('a host that refuses the connection ends the run: nothing was sent, nothing is unknown', async () => {
	const { error } = await runKommo(sandbox(), createLeads({ batchSize: 1 }), {
		items: newLeads(5),
		credentials: apiTokenCredentials(sandbox(), 'kommo', { baseUrl: 'http://127.0.0.1:9' }),
	});

	expect(error?.message).toMatch(/refused the connection/);
	expect(error?.description).toMatch(/Not written: items 0–4\.$/);
});

describe('what ends the run before any item is looked at, with Continue On Fail', () => {
	const items = newLeads(2);
	const wrong = () => apiTokenCredentials(sandbox(), 'kommo', { baseUrl: 'http://10.0.0.1' });
	const cases = [
		['an address that cannot be used', {}, wrong, /^'Base URL' starts with http:\/\//],
		['a setting out of range', { batchSize: 0 }, undefined, /^'Batch Size' is not a whole number/],
	] as const;

	test.each(cases)('%s: no item comes out as if written', async (_name, options, host, message) => {
		const credentials = host?.() ?? apiTokenCredentials(sandbox());
		const output = async (onError: 'continueRegularOutput' | 'continueErrorOutput') =>
			(
				await runKommo(sandbox(), createLeads(options), {
					items,
					credentials,
					settings: { onError },
				})
			).outputs;
		const [regularOutput] = await output('continueRegularOutput');
		const [good, bad] = await output('continueErrorOutput');

		expect(good).toEqual([]);
		for (const failed of [regularOutput, bad]) {
			expect(failed?.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
				items.map(({ name }, item) => [name, { item }]),
			);
			for (const { json } of failed ?? []) expect(json.error).toMatch(message);
		}
		expect(sandbox().requests()).toEqual([]);
	});
});
