import type { FaultAction } from '../../../../sandbox/kommo';
import { systemClock } from '../../../../nodes/shared/clock';
import { LeapingClock } from '../../../support/leapingClock';
import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { createLeads, newLeads, runKommo, storedNames, updateLeads, writesOf } from './kommoRun';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();

const clock = (): LeapingClock => {
	if (systemClock instanceof LeapingClock) return systemClock;
	throw new Error('The clock is not mocked');
};

/** Requests that may be under way when the first answer comes. */
const UNDER_WAY = 8;

const status = (code: number, body?: unknown, headers?: Record<string, string>): FaultAction => ({
	type: 'status',
	status: code,
	body,
	headers,
});

const problem = (code: number, detail: string, more = {}) =>
	status(code, {
		title: 'x',
		type: `https://httpstatus.es/${code}`,
		status: code,
		detail,
		...more,
	});

/** Every answer of the sheet §1.6, §2.1, §3.3 and the ways an answer can be lost. */
const failures: Array<[string, FaultAction, RegExp, RegExp]> = [
	[
		'400',
		problem(400, 'Request data can not be empty'),
		/contained no values/,
		/at least one field/,
	],
	[
		'401',
		problem(401, 'Invalid user name or password'),
		/did not accept the token/,
		/long-lived token/,
	],
	['402', problem(402, 'Payment required'), /trial or subscription .* has ended/, /Renew/],
	[
		'402 tariff',
		problem(402, 'Endpoint not available for current account tariff'),
		/plan .* does not include/,
		/Change the plan/,
	],
	['403', problem(403, "Client doesn't have the required scope"), /lacks a scope/, /Add the scope/],
	['403 HTML', { type: 'html', status: 403 }, /blocks requests/, /ask the service's support/],
	[
		'404',
		problem(404, 'Cannot POST https://acme.kommo.com/api/v4/leads'),
		/does not know POST/,
		/both products/,
	],
	['405', problem(405, 'Method Not Allowed'), /does not allow POST/, /no such operation/],
	[
		'422',
		problem(422, 'Limit 250 per page'),
		/more records than the account takes/,
		/'Batch Size' to 250/,
	],
	[
		'500',
		status(500, { title: 'ErrInternalServer', status: 500, detail: 'x', trace_id: 'abc' }),
		/could not handle the request.*unknown/,
		/by the id abc/,
	],
	['503', problem(503, 'x'), /not available at the moment.*unknown/, /overloaded/],
	['504', { type: 'html', status: 504 }, /took too long.*unknown/, /Batch Size/],
	['reset', { type: 'reset' }, /broke off.*unknown/, /look in the account/],
	[
		'truncated JSON',
		{ type: 'truncate' },
		/cut off or cannot be read.*unknown/,
		/look in the account/,
	],
	[
		'HTML instead of data',
		{ type: 'html', status: 200 },
		/web page instead of data/,
		/the account itself/,
	],
	['204', { type: 'empty', status: 204 }, /no row for this lead/, /look in the account/],
];

describe('a create that goes wrong', () => {
	// n8n itself repeats a request once after a 401
	const sentTimes = (name: string) => (name === '401' ? 2 : 1);

	test.each(failures)(
		'%s has its own message and is sent once',
		async (name, action, message, hint) => {
			sandbox().addFault({ method: 'POST', times: Infinity, action });
			const { error } = await runKommo(sandbox(), createLeads(), { items: newLeads(1) });

			expect(error?.message).toMatch(message);
			expect(error?.description).toMatch(hint);
			expect(`${error?.message} ${error?.description}`).not.toContain(
				sandbox().accounts.kommo.token,
			);
			expect(error?.itemIndex).toBe(0);
			expect(writesOf(sandbox())).toHaveLength(sentTimes(name));
		},
	);

	test('every failure has a message of its own', async () => {
		const messages = new Set<string | undefined>();
		for (const [, action] of failures) {
			sandbox().reset();
			sandbox().addFault({ method: 'POST', action });
			const { error } = await runKommo(sandbox(), createLeads(), { items: newLeads(1) });
			messages.add(error?.message);
		}

		expect(messages.size).toBe(failures.length);
	});
});

describe('a change that goes wrong for a moment is repeated (design: up to 3 times)', () => {
	const change = () => ({
		items: [{ id: [...sandbox().accounts.kommo.store.leads.keys()][0], price: 5 }],
	});

	test.each<[string, FaultAction]>([
		['a 500', status(500)],
		['a 502 page', { type: 'html', status: 502 }],
		['a reset', { type: 'reset' }],
		['an answer cut off', { type: 'truncate' }],
		['a 429', status(429, { status: 429, retry_after: 2 })],
	])('%s', async (_name, action) => {
		sandbox().addFault({ method: 'PATCH', times: 2, action });
		const { error, json } = await runKommo(sandbox(), updateLeads(), change());

		expect(error).toBeNull();
		expect(json[0]).toMatchObject({ price: 5 });
		expect(writesOf(sandbox())).toHaveLength(3);
	});

	test('three repetitions and no more', async () => {
		sandbox().addFault({ method: 'PATCH', times: Infinity, action: status(503) });
		const { error } = await runKommo(sandbox(), updateLeads(), change());

		expect(writesOf(sandbox())).toHaveLength(4);
		expect(error?.message).toMatch(/not available at the moment$/);
		expect(error?.description).not.toMatch(/unknown/i);
	});

	test('a time-out', async () => {
		sandbox().addFault({ method: 'PATCH', action: { type: 'delay', ms: 1_300 } });
		const { error } = await runKommo(sandbox(), updateLeads({ timeout: 1 }), change());

		expect(error).toBeNull();
		// a very slow machine may miss the second, too
		expect(writesOf(sandbox()).length).toBeGreaterThanOrEqual(2);
	});
});

test('a create that times out is not repeated and says so', async () => {
	sandbox().addFault({ method: 'POST', when: 'after', action: { type: 'delay', ms: 1_300 } });
	const { error } = await runKommo(sandbox(), createLeads({ timeout: 1 }), {
		items: newLeads(1),
		settings: { retryOnFail: true },
	});

	expect(error?.message).toMatch(/did not answer in time.*unknown/);
	expect(storedNames(sandbox())).toEqual(new Map([['Lead 0', 1]]));
	expect(writesOf(sandbox())).toHaveLength(1);
});

describe('too many requests (§2.1)', () => {
	const sleepsDuring = async (action: FaultAction) => {
		sandbox().addFault({ method: 'POST', action });
		clock().sleeps.length = 0;
		const { error } = await runKommo(sandbox(), createLeads(), { items: newLeads(1) });
		expect(error).toBeNull();
		expect(storedNames(sandbox()).size).toBe(1);
		return Math.max(...clock().sleeps);
	};

	test('retry_after in the body is waited out, also for a create', async () => {
		const waited = await sleepsDuring(status(429, { status: 429, retry_after: 7 }));

		expect(waited).toBeGreaterThanOrEqual(6_900);
		expect(waited).toBeLessThan(8_500);
	});

	test('without one the header Retry-After', async () => {
		expect(await sleepsDuring(status(429, 'busy', { 'Retry-After': '9' }))).toBeGreaterThan(8_900);
	});

	test('an HTML page tells nothing: at least a second', async () => {
		const waited = await sleepsDuring({ type: 'html', status: 429 });

		expect(waited).toBeGreaterThanOrEqual(950);
		expect(waited).toBeLessThan(5_000);
	});

	test('longer than Max Wait: the message says when to come back, nothing else is sent', async () => {
		sandbox().addFault({
			method: 'POST',
			times: Infinity,
			action: status(429, { status: 429, retry_after: 300 }),
		});
		// a name of its own for the host: the pause must not reach the other tests
		const baseUrl = sandbox().accounts.kommo.url.replace('127.0.0.1', 'localhost');
		const { error } = await runKommo(sandbox(), createLeads({ batchSize: 1, maxWait: 20 }), {
			items: newLeads(20),
			credentials: apiTokenCredentials(sandbox(), 'kommo', { baseUrl }),
		});

		expect(error?.message).toMatch(/Too many requests/);
		expect(error?.description).toMatch(/Try again in 5 minutes/);
		expect(writesOf(sandbox()).length).toBeLessThanOrEqual(UNDER_WAY);
	});
});
