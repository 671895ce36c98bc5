import { useSandbox } from '../../../support/sandbox';
import { until } from '../../../support/until';
import { useTrigger } from './bench';

// five minutes become 3 ms; the time-out is passed on purpose once, and rarely by a slow machine
const sandbox = useSandbox({ webhooks: { speed: 100_000, timeoutMs: 500 } });
const trigger = useTrigger(sandbox);

const delivery = () => [...sandbox().accounts.kommo.store.deliveries.values()][0];

describe('an answer that comes too late is repeated by the account (fact sheet §5.2)', () => {
	test.each([true, false])(
		'and runs once (request id stays the same: %s)',
		async (deliveryIdStableOnRetry) => {
			sandbox().setSwitches({ deliveryIdStableOnRetry });
			const bench = await trigger(['update_lead']);
			await bench.publish();
			// n8n is slow: every request lies until the account has given the first one up
			bench.hold = async () =>
				await until('a failed attempt', () => (delivery()?.attempts.length ?? 0) > 0);
			sandbox().deliver({ event: 'update_lead' });
			await until('the delivery has ended', () => (delivery()?.state ?? 'pending') !== 'pending');
			await bench.settled(1);

			expect(delivery()?.attempts[0]?.status).toBe(0);
			expect(delivery()?.attempts.length).toBeGreaterThan(1);
			expect(bench.items).toHaveLength(1);
		},
	);
});
