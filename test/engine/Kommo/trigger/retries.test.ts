import type { INodeParameters } from 'n8n-workflow';

import { forgetDeliveries } from '../../../../nodes/shared/seenDeliveries';
import { useSandbox } from '../../../support/sandbox';
import { until } from '../../../support/until';
import { deliver, destinationOf, lead, useTrigger } from './bench';
import { startRelay, type Relay } from './relay';

// five minutes become 3 ms; no attempt ends because the machine is slow
const sandbox = useSandbox({ webhooks: { speed: 100_000, timeoutMs: 60_000 } });
const trigger = useTrigger(sandbox);
const delivery = () => [...sandbox().accounts.kommo.store.deliveries.values()][0];

describe('a delivery that the account gives up before the answer is repeated (fact sheet §5.2)', () => {
	let relay: Relay;
	beforeEach(async () => {
		relay = await startRelay();
	});
	afterEach(async () => await relay.close());

	test.each([true, false])(
		'and runs once (request id stays the same: %s)',
		async (deliveryIdStableOnRetry) => {
			sandbox().setSwitches({ deliveryIdStableOnRetry });
			const bench = await trigger(['update_lead'], {}, { publicUrl: relay.origin });
			relay.leadTo(bench.url);
			await bench.publish();
			let come = 0;
			bench.hold = async () => {
				come += 1;
				if (come === 1) relay.breakOff();
				// n8n is slow: the first request lies there until its repetition has come, too
				await until('the repetition', () => come > 1);
			};
			sandbox().deliver({ event: 'update_lead' });
			await until('the delivery has ended', () => (delivery()?.state ?? 'pending') !== 'pending');
			await bench.settled(2);

			expect(delivery()?.attempts.map(({ status }) => status)).toEqual([0, 200]);
			expect(bench.items).toHaveLength(1);
		},
	);
});

const published = async (parameters: INodeParameters) => {
	const bench = await trigger(['update_lead'], parameters);
	await bench.publish();
	return bench;
};

describe('a repeated delivery', () => {
	const body = lead({ id: 1, updated_at: 1767229200 });
	const twice = async (
		parameters: INodeParameters,
		[first, second]: [string, string],
		ids: [string, string],
		between: () => void = () => undefined,
	) => {
		const bench = await published(parameters);
		const to = destinationOf(sandbox());
		await deliver(to, first, { 'x-amocrm-requestid': ids[0] });
		await bench.settled(1);
		between();
		await deliver(to, second, { 'x-amocrm-requestid': ids[1] });
		await bench.settled(2);
		return bench.handled.filter(({ items }) => items !== null).length;
	};

	test.each<[string, [string, string], [string, string], number]>([
		['same id, same body', [body, body], ['a', 'a'], 1],
		['another id, same body', [body, body], ['a', 'b'], 1],
		['same id, another body', [body, lead({ id: 2, updated_at: 1767229200 })], ['a', 'a'], 2],
		[
			'another id, a body that may come twice',
			[lead({ id: 1 }, 'delete'), lead({ id: 1 }, 'delete')],
			['a', 'b'],
			2,
		],
		[
			'another id, an incoming lead that was declined',
			['unsorted[delete][0][uid]=1', 'unsorted[delete][0][uid]=1'],
			['a', 'b'],
			1,
		],
		[
			'same id, a body that may come twice',
			[lead({ id: 1 }, 'delete'), lead({ id: 1 }, 'delete')],
			['a', 'a'],
			1,
		],
	])('%s: runs', async (_what, bodies, ids, runs) => {
		expect(await twice({}, bodies, ids)).toBe(runs);
	});

	test('is known after a restart, from static data', async () => {
		expect(await twice({}, [body, body], ['a', 'b'], forgetDeliveries)).toBe(1);
	});

	test('runs again when that is wanted', async () => {
		const options = { suppressDuplicates: false };

		expect(await twice({ options }, [body, body], ['a', 'a'])).toBe(2);
	});

	test('of many at once each runs once', async () => {
		const bench = await published({});
		const to = destinationOf(sandbox());
		const bodies = Array.from({ length: 50 }, (_, n) => lead({ id: n, updated_at: 5 }));
		await Promise.all([...bodies, ...bodies].map(async (one) => await deliver(to, one)));
		await bench.settled(100);

		expect(new Set(bench.items.map(({ entity }) => JSON.stringify(entity))).size).toBe(50);
		expect(bench.items).toHaveLength(50);
	});

	test('of many at once is known after a restart, though their copies of static data overwrite each other', async () => {
		const bench = await published({});
		const to = destinationOf(sandbox());
		const bodies = Array.from({ length: 50 }, (_, n) => lead({ id: n, updated_at: 5 }));
		await Promise.all(bodies.map(async (one) => await deliver(to, one)));
		await bench.settled(50);
		forgetDeliveries();
		await Promise.all(bodies.map(async (one) => await deliver(to, one)));
		await bench.settled(100);

		expect(bench.items).toHaveLength(50);
	});

	test('keeps static data small', async () => {
		const bench = await published({});
		const to = destinationOf(sandbox());
		for (let n = 0; n < 400; n += 1) await deliver(to, lead({ id: n, updated_at: 5 }));
		await bench.settled(400);

		expect(JSON.stringify(bench.staticData).length).toBeLessThan(40_000);
	}, 60_000);
});
