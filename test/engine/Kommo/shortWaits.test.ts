import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { systemClock } from '../../../nodes/shared/clock';
import { loadOptions } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { hooksOf, useTrigger } from './trigger/bench';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/standingSystemClock'),
);

const sandbox = useSandbox();
const trigger = useTrigger(sandbox);

// the pause and the slower pace after a 429 are over
beforeEach(async () => await systemClock.sleep(3_600_000));

/** The account is busy once, and says for how many seconds. */
const busy = (path: string, seconds: number): void =>
	sandbox().addFault({
		path,
		action: { type: 'status', status: 429, body: { retry_after: seconds } },
	});

describe('a dropdown waits five seconds at most (design §3.2)', () => {
	const pipelines = async () =>
		await loadOptions(
			new Kommo(),
			'getPipelines',
			{ authentication: 'apiToken' },
			apiTokenCredentials(sandbox()),
		);

	test('4 seconds are waited out', async () => {
		busy('/api/v4/leads/pipelines', 4);

		expect((await pipelines()).map(({ name }) => name)).toEqual(['Sales', 'Renewals']);
	});

	test('of 6 seconds it is told', async () => {
		busy('/api/v4/leads/pipelines', 6);

		await expect(pipelines()).rejects.toMatchObject({
			description: expect.stringMatching(/\b6 s/) as unknown,
		});
		expect(sandbox().requests()).toHaveLength(1);
	});
});

describe('publishing the trigger waits ten seconds at most (design §3.2)', () => {
	test('9 seconds are waited out', async () => {
		const bench = await trigger(['add_lead']);
		busy('/api/v4/webhooks', 9);
		await bench.publish();

		expect(hooksOf(sandbox())).toHaveLength(1);
	});

	test('of 11 seconds it is told', async () => {
		const bench = await trigger(['add_lead']);
		busy('/api/v4/webhooks', 11);

		await expect(bench.publish()).rejects.toMatchObject({
			description: expect.stringMatching(/\b11 s/) as unknown,
		});
		expect(hooksOf(sandbox())).toEqual([]);
	});
});
