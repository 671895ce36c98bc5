import { Comagic } from '../../../nodes/Comagic/Comagic.node';
import { systemClock } from '../../../nodes/shared/clock';
import { comagicCredentials, useComagicSandbox } from '../../support/comagicSandbox';
import { listSearch } from '../../support/engine';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/standingSystemClock'),
);

const sandbox = useComagicSandbox();

// the points are back
beforeEach(async () => await systemClock.sleep(3_600_000));

describe('a list of the form waits five seconds at most (design §3.2)', () => {
	const busy = (seconds: number): void =>
		sandbox().addFault({
			action: { type: 'status', status: 429, headers: { 'retry-after': String(seconds) } },
		});
	const tags = async () =>
		await listSearch(
			new Comagic(),
			'searchTags',
			{ resource: 'tag' },
			comagicCredentials(sandbox()),
		);

	it('4 seconds are waited out', async () => {
		busy(4);

		expect((await tags()).results.length).toBeGreaterThan(0);
	});

	it('of 6 seconds it is told', async () => {
		busy(6);

		await expect(tags()).rejects.toMatchObject({
			description: expect.stringMatching(/\b6 s/) as unknown,
		});
		expect(sandbox().requests()).toHaveLength(1);
	});
});
