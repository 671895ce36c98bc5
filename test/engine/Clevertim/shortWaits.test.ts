import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import { systemClock } from '../../../nodes/shared/clock';
import { clevertimCredentials, useClevertimSandbox } from '../../support/clevertimSandbox';
import { loadOptions } from '../../support/engine';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/standingSystemClock'),
);

const sandbox = useClevertimSandbox();

// the pause and the slower pace after a 429 are over
beforeEach(async () => await systemClock.sleep(3_600_000));

describe('a dropdown waits five seconds at most (design §3.2)', () => {
	const busy = (seconds: number): void =>
		sandbox().addFault({
			action: { type: 'status', status: 429, headers: { 'retry-after': String(seconds) } },
		});
	const groups = async () =>
		await loadOptions(new Clevertim(), 'getGroups', {}, clevertimCredentials(sandbox()));

	it('4 seconds are waited out', async () => {
		busy(4);

		expect((await groups()).length).toBeGreaterThan(0);
	});

	it('of 6 seconds it is told', async () => {
		busy(6);

		await expect(groups()).rejects.toMatchObject({
			description: expect.stringMatching(/\b6 s/) as unknown,
		});
		expect(sandbox().requests()).toHaveLength(1);
	});
});
