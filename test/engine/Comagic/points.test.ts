import { systemClock } from '../../../nodes/shared/clock';
import { LeapingClock } from '../../support/leapingClock';
import { rpcCalls, useComagicSandbox } from '../../support/comagicSandbox';
import { until } from '../../support/until';
import { plainRunner } from './plainNode';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useComagicSandbox({ seed: false, now: () => systemClock.now() });
const plain = plainRunner(sandbox);

/** One request for each item, each with a question of its own. */
const tags = async (count: number, more = {}) =>
	await plain(
		'read',
		'data/get.tags',
		'={"limit":{{ $itemIndex + 1 }}}',
		Array.from({ length: count }, () => ({})),
		more,
	);

const asked = () => rpcCalls(sandbox(), { rpcMethod: 'get.tags' }).length;

/** Waits of our own so far, ms; they take no time here. */
const sleeps = (): number[] =>
	systemClock instanceof LeapingClock ? systemClock.sleeps.filter((ms) => ms > 0) : [];

beforeEach(async () => {
	// budgets live as long as the process; an idle hour makes them forgotten
	await systemClock.sleep(7_200_000);
	if (systemClock instanceof LeapingClock) systemClock.sleeps.length = 0;
});

describe('points of the minute (fact sheet §B.3)', () => {
	it('are not overdrawn: the rest of the requests waits for the next minute', async () => {
		sandbox().setLimits({ perMinute: 8 });
		await tags(1);
		const { error, json } = await tags(16);
		expect(error).toBeNull();
		expect(json.length).toBeGreaterThanOrEqual(16);
		expect(asked()).toBe(17);
		expect(
			sandbox()
				.requests()
				.filter(({ refusal }) => refusal !== undefined),
		).toEqual([]);
		expect(sleeps().length).toBeGreaterThan(0);
		expect(Math.max(...sleeps())).toBeLessThanOrEqual(61_000);
	});

	it('are shared by the runs of a credential', async () => {
		sandbox().setLimits({ perMinute: 6 });
		await tags(1);
		const results = await Promise.all([tags(5), tags(5)]);
		expect(results.map(({ error }) => error)).toEqual([null, null]);
		expect(
			sandbox()
				.requests()
				.filter(({ refusal }) => refusal !== undefined),
		).toEqual([]);
	});

	it('limit_exceeded waits the seconds the service states, then the request is repeated', async () => {
		sandbox().setLimits({ perMinute: 5 });
		sandbox().addFault({ rpcMethod: 'get.tags', mnemonic: 'limit_exceeded' });
		const { error } = await tags(1);
		expect(error).toBeNull();
		expect(asked()).toBe(2);
		const [wait = 0] = sleeps();
		expect(wait).toBeGreaterThan(0);
		expect(wait).toBeLessThanOrEqual(60_000);
	});

	it('limit_exceeded repeats a write as well: it was not carried out', async () => {
		sandbox().addFault({ rpcMethod: 'create.tags', mnemonic: 'limit_exceeded' });
		const { error } = await plain('write', 'data/create.tags', { name: 'Once' });
		expect(error).toBeNull();
		expect(
			sandbox()
				.store.all('tags')
				.filter(({ name }) => name === 'Once'),
		).toHaveLength(1);
	});
});

describe('points of the day', () => {
	it('that are used up end the run with a message that says when they come back', async () => {
		sandbox().setLimits({ perDay: 3 });
		const { error } = await tags(6, { settings: { onError: 'stopWorkflow' as const } });
		expect(error?.message).toMatch(/^The points of the Data API (?:for today )?are used up/);
		expect(error?.description).toMatch(/points again in \d+ (?:hours|minutes|seconds)/);
		const refused = sandbox()
			.requests()
			.filter(({ refusal }) => refusal !== undefined);
		expect(refused.length).toBeLessThanOrEqual(5);
	});

	it('that are used up keep later runs from asking at all', async () => {
		sandbox().setLimits({ perDay: 1 });
		await tags(1);
		sandbox().clearRequests();
		const { error } = await tags(1);
		expect(error?.message).toBe(
			'The points of the Data API for today are used up, so get.tags was not sent',
		);
		expect(sandbox().requests()).toEqual([]);
		expect(sleeps()).toEqual([]);
	});

	it('a logout is tried although no points are left', async () => {
		sandbox().setLimits({ perDay: 2 });
		const { error } = await tags(3, { credentialFields: { access: 'login' as const } });
		expect(error?.message).toMatch(/^The points of the Data API/);
		expect(sandbox().requests({ rpcMethod: 'logout.user' })).toHaveLength(1);
	});
});

it('never more than five requests are under way', async () => {
	sandbox().addFault({
		rpcMethod: 'get.tags',
		times: Infinity,
		action: { type: 'delay', ms: 1_000 },
	});
	let most = 0;
	const watching = until('nothing', async () => {
		const open = sandbox()
			.requests()
			.filter(({ status }) => status === 0).length;
		most = Math.max(most, open);
		return asked() >= 12 && open === 0;
	});
	await Promise.all([tags(6), tags(6), watching]);
	expect(most).toBeGreaterThan(1);
	expect(most).toBeLessThanOrEqual(5);
});
