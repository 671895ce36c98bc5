import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { createLeads, newLeads, runKommo, storedNames, writesOf } from './kommoRun';

// the server allows a little more than the credential, so that a slow machine does not matter;
// two runs that did not share a limiter would send 6 at once
const sandbox = useSandbox({ rateLimit: { enabled: true, perSecond: 5 } });

test('two runs at once, with two credentials of one account, share its budget: no 429', async () => {
	const rate = { requestsPerSecond: 3 };
	const credentials = [
		apiTokenCredentials(sandbox(), 'kommo', rate),
		apiTokenCredentials(sandbox(), 'kommo', { ...rate, limited: true }),
	];
	const runs = await Promise.all(
		credentials.map(
			async (data, run) =>
				await runKommo(sandbox(), createLeads({ batchSize: 10 }), {
					items: newLeads(30).map(({ name, price }) => ({ name: `${name} of ${run}`, price })),
					credentials: data,
				}),
		),
	);

	expect(runs.map(({ error }) => error)).toEqual([null, null]);
	expect(writesOf(sandbox()).map(({ status }) => status)).toEqual(
		Array.from({ length: 6 }, () => 200),
	);
	expect(storedNames(sandbox()).size).toBe(60);
}, 20_000);
