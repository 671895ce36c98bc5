import { useSandbox } from '../../../support/sandbox';
import { useTrigger } from './bench';

// five minutes become 3 ms; the time-out is shorter than n8n is slow here
const sandbox = useSandbox({ webhooks: { speed: 100_000, timeoutMs: 150 } });
const trigger = useTrigger(sandbox);

describe('an answer that comes too late is repeated by the account (fact sheet §5.2)', () => {
	test.each([true, false])(
		'and runs once (request id stays the same: %s)',
		async (deliveryIdStableOnRetry) => {
			sandbox().setSwitches({ deliveryIdStableOnRetry });
			const bench = await trigger(['update_lead']);
			await bench.publish();
			bench.delayMs = 300;
			sandbox().deliver({ event: 'update_lead' });
			await new Promise((resolve) => setTimeout(resolve, 250));
			bench.delayMs = 0;
			await bench.settled(2);
			const [delivery] = sandbox().accounts.kommo.store.deliveries.values();

			expect(delivery?.attempts.length).toBeGreaterThan(1);
			expect(bench.items).toHaveLength(1);
		},
	);
});
