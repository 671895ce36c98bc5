import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { Comagic } from '../../../../nodes/Comagic/Comagic.node';
import { runNode, type RunResult } from '../../../support/engine';
import { manyCalls, type ManyCalls } from './manyCallsServer';

const COUNT = 120_000;
/** The bound of issue 5: so many times the memory of the items themselves. */
const MOST = 1.3;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use once everything nobody needs is gone. */
function inUse(): number {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

let server: ManyCalls | undefined;
afterEach(async () => await server?.close());

async function allCalls(url: string, till: string): Promise<RunResult> {
	return await runNode({
		nodeType: new Comagic(),
		typeName: 'n8n-nodes-kommo-suite.comagic',
		parameters: {
			resource: 'report',
			operation: 'calls',
			dateFrom: '2026-01-01 00:00:00',
			dateTo: till,
			returnAll: true,
		},
		credentials: {
			comagicApi: {
				brand: 'custom',
				dataApiUrl: url,
				authentication: 'accessToken',
				accessToken: 'key',
			},
		},
	});
}

/** Every call once, in order of time: the ids follow each other. */
function expectAll({ items, error }: RunResult): void {
	expect(error).toBeNull();
	expect(items).toHaveLength(COUNT);
	const isGap = items.findIndex(({ json }, index) => json.id !== 1_000_000 + index);
	expect(isGap).toBe(-1);
}

describe.each([
	['part of the range', true],
	['not part of it', false],
])('120,000 calls where date_till is %s', (_name, inclusive) => {
	it('come once each from a range of 200 days', async () => {
		// one call at each seam, exactly
		server = await manyCalls({ count: COUNT, first: '2026-01-01 00:00:00', step: 144, inclusive });
		expectAll(await allCalls(server.url, '2026-07-20 00:00:00'));
		expect(server.asked.length).toBeGreaterThanOrEqual(12);
		expect(Math.max(...server.asked.map(({ offset = 0 }) => offset))).toBeLessThanOrEqual(100_000);
	}, 60_000);

	it('come once each from a month that holds more than a question can give', async () => {
		server = await manyCalls({ count: COUNT, first: '2026-01-01 00:00:00', step: 20, inclusive });
		expectAll(await allCalls(server.url, '2026-01-29 00:00:00'));
		expect(Math.max(...server.asked.map(({ offset = 0 }) => offset))).toBeLessThanOrEqual(100_000);
	}, 60_000);
});

it('takes at most 1.3 times the memory of its items', async () => {
	// what is loaded on first use is not the items'
	server = await manyCalls({
		count: 100,
		first: '2026-01-01 00:00:00',
		step: 144,
		inclusive: true,
	});
	await allCalls(server.url, '2026-01-02 00:00:00');
	await server.close();
	let peak = 0;
	const watch = (): void => {
		peak = Math.max(peak, inUse());
	};
	const before = inUse();
	server = await manyCalls({
		count: COUNT,
		first: '2026-01-01 00:00:00',
		step: 144,
		inclusive: true,
		watch,
	});
	const result = await allCalls(server.url, '2026-07-20 00:00:00');
	watch();
	const items = inUse() - before;
	expectAll(result);
	expect((peak - before) / items).toBeLessThanOrEqual(MOST);
}, 120_000);
