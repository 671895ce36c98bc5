import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { comagicRunner, paramsOf, useComagicSandbox } from '../../../support/comagicSandbox';
import { simplifyCall } from '../../../../nodes/Comagic/fields/callStates';
import { anyNumber, partial } from '../../../support/partial';
import { pick } from './startCases';

const sandbox = useComagicSandbox();
const run = comagicRunner(sandbox, 'call');

/** A call that is answered already; gives the id of its session. */
async function talking(): Promise<number> {
	const { json } = await run('startEmployeeCall', {
		employeeId: pick(41),
		contact: '79150000005',
		virtualPhoneNumber: pick('74950000001'),
	});
	return Number(json[0]?.call_session_id);
}

const HOLD: [string, INodeParameters] = ['hold', { messageType: 'tts', messageText: 'One moment' }];
const THIRD: [string, INodeParameters] = ['makeCall', { to: '43' }];

describe('List Calls', () => {
	test('gives the calls with an English twin of each state', async () => {
		const id = await talking();
		await run('tag', { callSessionId: id, tagId: pick(101) });
		const { json } = await run('listCalls');

		expect(json).toEqual([
			{
				call_session_id: id,
				direction: 'in',
				start_time: expect.any(String) as unknown,
				virtual_phone_number: '74950000001',
				contact_phone_number: '79150000005',
				external_id: null,
				is_answered: true,
				tags: ['VIP'],
				legs: [
					partial({ leg_id: anyNumber, state: 'Разговор', state_en: 'talk', is_operator: false }),
					partial({ employee_id: 41, state: 'Разговор', state_en: 'talk', is_operator: true }),
				],
			},
		]);
	});

	test.each([
		['На удержании', 'held', [HOLD], 0],
		['Дозвон', 'dialing', [HOLD, THIRD], 3_600],
		['Разговор операторов', 'operators_talk', [HOLD, THIRD], 0],
	])('%s is %s', async (state, state_en, steps, answerAfterSeconds) => {
		const id = await talking();
		sandbox().setSwitches({ answerAfterSeconds });
		for (const [operation, parameters] of steps) {
			await run(operation, { callSessionId: id, ...parameters });
		}
		const { json } = await run('listCalls');

		expect(json[0]?.legs).toContainEqual(partial({ state, state_en }));
	});

	test('nobody has answered yet', async () => {
		sandbox().setSwitches({ answerAfterSeconds: 3_600 });
		await talking();
		const { json } = await run('listCalls');

		expect(json).toEqual([partial({ is_answered: false })]);
	});

	test.each([
		[['Разъединено', 'Дозвон'], false],
		[['На очереди'], false],
		[[null], false],
		[[], false],
		[['Разъединено', 'Разговор'], true],
		[['Разговор', 'Дозвон'], true],
		[['На удержании', 'Дозвон'], true],
	])('legs %j are answered: %s', (states, isAnswered) => {
		const legs = states.map((state) => ({ state }));

		expect(simplifyCall({ legs }).is_answered).toBe(isAnswered);
	});

	test.each([null, {}, []])('%j instead of a list is no call', async (data) => {
		const body = { jsonrpc: '2.0', id: 'n8n-1', result: { data, metadata: {} } };
		const action = { type: 'status' as const, status: 200, body };
		sandbox().addFault({ rpcMethod: 'list.calls', action });

		expect((await run('listCalls')).json).toEqual([]);
	});

	test('without Simplify as they came', async () => {
		await talking();
		const { json } = await run('listCalls', { simplify: false });

		expect(json[0]).not.toHaveProperty('is_answered');
		expect(JSON.stringify(json)).not.toContain('state_en');
	});

	test.each<[INodeParameters, IDataObject, number]>([
		[{}, {}, 1],
		[{ direction: 'out' }, { direction: 'out' }, 0],
		[{ direction: 'in' }, { direction: 'in' }, 1],
		[{ virtualPhoneNumber: pick('8 495 000-00-02') }, { virtual_phone_number: '74950000002' }, 0],
	])('filtered by %j', async (filters, params, count) => {
		await talking();
		const { json, error } = await run('listCalls', { filters });

		expect(error).toBeNull();
		expect(paramsOf(sandbox(), 'list.calls')).toEqual(params);
		expect(json).toHaveLength(count);
	});

	test('up to the limit', async () => {
		await talking();
		await talking();

		expect((await run('listCalls', { limit: 1 })).json).toHaveLength(1);
		expect((await run('listCalls', { returnAll: true })).json).toHaveLength(2);
	});
});

test('List Talk Options gives each button', async () => {
	const { json } = await run('listTalkOptions');

	expect(paramsOf(sandbox(), 'list.talk_options')).toEqual({});
	expect(json).toContainEqual(partial({ button: '2', mnemonic: 'tag_call' }));
});
