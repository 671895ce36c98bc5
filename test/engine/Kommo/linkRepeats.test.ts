import { useSandbox } from '../../support/sandbox';
import { bodies, byId, runnerOf } from './kommoRunner';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const link = runnerOf(sandbox, 'link');

const ends = {
	entityType: 'leads',
	entityId: byId(7001),
	toEntityType: 'contacts',
	toEntityId: byId(8101),
};

test.each([502, 503])(
	'taking a link away is repeated after a %d: the second one finds it gone (fact sheet §4.10)',
	async (status) => {
		sandbox().addFault({ method: 'POST', when: 'after', action: { type: 'status', status } });
		const { error, json } = await link('delete', ends);

		expect(error).toBeNull();
		expect(json).toMatchObject([{ entity_id: 7001, to_entity_id: 8101, success: true }]);
		expect(bodies(sandbox(), 'POST')).toHaveLength(2);
	},
);

test('its last failure tells of no option that the form does not have', async () => {
	sandbox().addFault({ method: 'POST', times: Infinity, action: { type: 'status', status: 503 } });
	const { error } = await link('delete', ends);

	expect(error?.message).toMatch(/not available at the moment/);
	expect(`${error?.message} ${error?.description}`).not.toMatch(/unknown|Retry Creates/);
	expect(bodies(sandbox(), 'POST')).toHaveLength(4);
});

test('a link that is made is not: an element of a list could be added twice', async () => {
	sandbox().addFault({ method: 'POST', action: { type: 'status', status: 503 } });
	const { error } = await link('create', ends);

	expect(error?.message).toMatch(/whether it was carried out is unknown/);
	expect(bodies(sandbox(), 'POST')).toHaveLength(1);
});
