import { systemClock } from '../../../../nodes/shared/clock';
import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { createLeads, newLeads, runKommo, storedNames, writesOf } from './kommoRun';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/standingSystemClock'),
);

const sandbox = useSandbox();

test('two runs at once, with two credentials of one account, share its budget', async () => {
	const rate = { requestsPerSecond: 3 };
	const credentials = [
		apiTokenCredentials(sandbox(), 'kommo', rate),
		apiTokenCredentials(sandbox(), 'kommo', { ...rate, limited: true }),
	];
	const began = systemClock.now();
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
	expect(writesOf(sandbox())).toHaveLength(6);
	expect(storedNames(sandbox()).size).toBe(60);
	// three fit into a second; two runs with a budget each would not have waited at all
	expect(systemClock.now() - began).toBeGreaterThanOrEqual(1_000);
});
