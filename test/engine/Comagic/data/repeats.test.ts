import { comagicRunner, rpcCalls, useComagicSandbox } from '../../../support/comagicSandbox';
import { pick } from './writeCases';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useComagicSandbox();
const tag = comagicRunner(sandbox, 'tag');
const legacy = comagicRunner(sandbox, 'legacy');

const renamed = { tagId: pick(101), updateFields: { name: 'Twice' } };

test.each([
	['a broken connection', { action: { type: 'reset' as const } }],
	['status 504', { action: { type: 'status' as const, status: 504 } }],
])('a change to the same values is repeated after %s', async (_what, fault) => {
	sandbox().addFault({ rpcMethod: 'update.tags', when: 'after', times: 2, ...fault });
	const { error, json } = await tag('update', renamed);

	expect(error).toBeNull();
	expect(json).toEqual([expect.objectContaining({ id: 101 })]);
	expect(rpcCalls(sandbox(), { rpcMethod: 'update.tags' })).toHaveLength(3);
});

test('its last failure tells of no option that the form does not have', async () => {
	sandbox().addFault({
		rpcMethod: 'update.tags',
		times: Infinity,
		action: { type: 'status', status: 503 },
	});
	const { error } = await tag('update', renamed);

	expect(rpcCalls(sandbox(), { rpcMethod: 'update.tags' })).toHaveLength(4);
	expect(`${error?.message} ${error?.description}`).not.toMatch(/unknown|Retry Creates/);
});

test('its last failure is not said to have written nothing', async () => {
	sandbox().addFault({ rpcMethod: 'update.tags', times: Infinity, action: { type: 'reset' } });
	const { error } = await tag('update', renamed, [{}, {}]);

	expect(error?.description).toMatch(/ Unknown: items 0; look in the account/);
});

test('neither does a lost tag of the Session API, which is not repeated', async () => {
	sandbox().addFault({
		path: '/api/v1/tag_communication/',
		times: Infinity,
		action: { type: 'reset' },
	});
	const parameters = { objectType: 'call', objectId: '31', markId: pick(9) };
	const { error } = await legacy('tagCommunication', parameters, [{}], {
		credentialFields: { access: 'login' },
	});

	expect(sandbox().requests({ path: '/api/v1/tag_communication/' })).toHaveLength(1);
	expect(error?.message).toMatch(/ – whether it was carried out is unknown$/);
	expect(error?.description).toMatch(/look in the account before sending this item again/);
	expect(error?.description).not.toContain('Retry Creates');
});
