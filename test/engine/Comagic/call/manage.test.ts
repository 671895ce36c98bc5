import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Comagic } from '../../../../nodes/Comagic/Comagic.node';
import { recordsAt } from '../../../../nodes/shared/wire';
import {
	comagicCredentials,
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { runAsTool } from '../../../support/engine';
import { partial } from '../../../support/partial';
import { pick } from './startCases';

const sandbox = useComagicSandbox();
const run = comagicRunner(sandbox, 'call');

/** A call that is answered already; gives the id of its session. */
async function talking(parameters: INodeParameters = {}): Promise<number> {
	const { json } = await run('startEmployeeCall', {
		employeeId: pick(41),
		contact: '79150000005',
		virtualPhoneNumber: pick('74950000001'),
		...parameters,
	});
	return Number(json[0]?.call_session_id);
}

const HOLD: [string, INodeParameters] = ['hold', { messageType: 'tts', messageText: 'One moment' }];
const THIRD: [string, INodeParameters] = ['makeCall', { to: '43' }];

interface ManageCase {
	operation: string;
	method: string;
	/** What is done to the call first. */
	first?: Array<[string, INodeParameters]>;
	parameters?: INodeParameters;
	params?: IDataObject;
}

/** Every operation on a call that is going on (fact sheet §C.3). */
const CASES: ManageCase[] = [
	{
		operation: 'hold',
		method: 'hold.call',
		parameters: { messageType: 'media', messageMediaFile: pick(451) },
		params: { contact_message: { type: 'media', value: '451' } },
	},
	{
		operation: 'hold',
		method: 'hold.call',
		parameters: HOLD[1],
		params: { contact_message: { type: 'tts', value: 'One moment' } },
	},
	{ operation: 'unhold', method: 'unhold.call', first: [HOLD] },
	{
		operation: 'makeCall',
		method: 'make.call',
		first: [HOLD],
		parameters: {
			to: '8 495 777-00-43',
			additionalFields: { toMessage: { message: { type: 'tts', text: 'A transfer' } } },
		},
		params: { to: '74957770043', to_message: { type: 'tts', value: 'A transfer' } },
	},
	{
		operation: 'makeCall',
		method: 'make.call',
		first: [HOLD],
		parameters: { to: 43 },
		params: { to: '43' },
	},
	{ operation: 'transfer', method: 'transfer.talk', first: [HOLD, THIRD] },
	{ operation: 'restoreTalk', method: 'restore.talk', first: [HOLD, THIRD] },
	{ operation: 'release', method: 'release.call' },
	{
		operation: 'tag',
		method: 'tag.call',
		parameters: { tagId: pick('104') },
		params: { tag_id: 104 },
	},
	{
		operation: 'record',
		method: 'record.call',
		parameters: { recordAction: 'off' },
		params: { action: 'off' },
	},
	{
		operation: 'record',
		method: 'record.call',
		first: [['record', { recordAction: 'off' }]],
		parameters: { recordAction: '={{ "ON" }}' },
		params: { action: 'on' },
	},
	{
		operation: 'addCoach',
		method: 'add.coach',
		parameters: { coachPhoneNumber: '+7 495 777-00-44' },
		params: { phone_number: '74957770044' },
	},
	{ operation: 'blockContact', method: 'block.contact' },
	{
		operation: 'sendDtmf',
		method: 'send.dtmf',
		parameters: { dtmfString: '101#' },
		params: { dtmf_string: '101#' },
	},
	{
		operation: 'sendDtmf',
		method: 'send.dtmf',
		parameters: { dtmfString: '={{ 101 }}' },
		params: { dtmf_string: '101' },
	},
	{
		operation: 'useTalkOption',
		method: 'call.talk_option',
		parameters: { button: '={{ 3 }}' },
		params: { button: '3' },
	},
];

describe.each(['string', 'boolean'] as const)('success is said as a %s', (callSuccess) => {
	test.each(CASES)('$operation $parameters', async ({ operation, method, first, ...sent }) => {
		sandbox().setSwitches({ callSuccess });
		const id = await talking();
		for (const [before, parameters] of first ?? []) {
			const { error } = await run(before, { callSessionId: id, ...parameters });
			expect(error).toBeNull();
		}
		sandbox().clearRequests();
		const { items, error } = await run(operation, {
			callSessionId: String(id),
			...sent.parameters,
		});

		expect(error).toBeNull();
		expect(paramsOf(sandbox(), method)).toEqual({ call_session_id: id, ...sent.params });
		expect(items).toEqual([
			{ json: { call_session_id: id, ...sent.params, success: true }, pairedItem: { item: 0 } },
		]);
	});
});

test('disconnectLeg drops one party', async () => {
	const id = await talking();
	const legs = await legsOf(id);
	const { json, error } = await run('disconnectLeg', { callSessionId: id, legId: String(legs[1]) });

	expect(error).toBeNull();
	expect(json).toEqual([{ call_session_id: id, leg_id: legs[1], success: true }]);
	expect(await legsOf(id)).toEqual([legs[0]]);
});

async function legsOf(id: number): Promise<number[]> {
	const { json } = await run('listCalls');
	const found = json.find((one) => one.call_session_id === id);
	return recordsAt(found?.legs, '').map(({ leg_id: leg }) => Number(leg));
}

test('the coach of the settings is asked for without a number', async () => {
	const id = await talking();
	await run('addCoach', { callSessionId: id });

	expect(paramsOf(sandbox(), 'add.coach')).toEqual({ call_session_id: id });
});

describe('a model may not', () => {
	const asTool = async (operation: string, parameters: INodeParameters) =>
		await runAsTool({
			nodeType: new Comagic(),
			typeName: 'n8n-nodes-kommo-suite.comagic',
			parameters: { resource: 'call', operation, ...parameters },
			credentials: comagicCredentials(sandbox()),
		});

	test.each(['release', 'disconnectLeg', 'blockContact'])(
		'%s unless it was allowed to',
		async (operation) => {
			const callSessionId = await talking();
			const [, legId = 0] = await legsOf(callSessionId);
			sandbox().clearRequests();
			const { error } = await asTool(operation, { callSessionId, legId });
			expect(error?.message).toMatch(/switched off for AI agents/);
			expect(rpcCalls(sandbox())).toEqual([]);

			const options = { allowToolDelete: true };
			expect((await asTool(operation, { callSessionId, legId, options })).error).toBeNull();
			expect(rpcCalls(sandbox())).toHaveLength(1);
		},
	);
});

describe('what cannot work is not sent', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['release', { callSessionId: 'abc' }, /'Call Session ID' is not a whole number: abc/],
		['release', { callSessionId: '={{ "" }}' }, /'Call Session ID' is empty/],
		[
			'release',
			{ callSessionId: '12345678901234567890' },
			/'Call Session ID' is not a whole number/,
		],
		[
			'hold',
			{ messageType: 'media', messageMediaFile: pick('={{ "" }}') },
			/'Media File' is empty/,
		],
		['makeCall', { to: '???' }, /'To' is neither a phone number nor an extension/],
		['sendDtmf', { dtmfString: '1.2' }, /'DTMF String' has other characters/],
		['record', { recordAction: '={{ "pause" }}' }, /'Recording' does not exist: pause/],
		['tag', { tagId: pick('VIP') }, /'Tag' is not a whole number: VIP/],
		['disconnectLeg', { legId: '1.5' }, /'Leg ID' is not a whole number: 1.5/],
		['addCoach', { coachPhoneNumber: '1;2' }, /'Coach Phone Number' is neither/],
	])('%s %j', async (operation, parameters, message) => {
		const { error } = await run(operation, { callSessionId: 5, ...parameters });

		expect(error?.message).toMatch(message);
		expect(rpcCalls(sandbox())).toEqual([]);
	});
});

test('an empty list answers a command that was carried out', async () => {
	sandbox().addFault({
		rpcMethod: 'release.call',
		action: { type: 'status', status: 200, body: { jsonrpc: '2.0', result: { data: [] } } },
	});
	const { json, error } = await run('release', { callSessionId: '5' });

	expect(error).toBeNull();
	expect(json).toEqual([{ call_session_id: 5, success: true }]);
});

describe('refusals', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['unhold', {}, /state does not allow unhold\.call/],
		['transfer', {}, /state does not allow transfer\.talk/],
		['tag', { tagId: pick(999) }, /'Tag' names no record/],
		['record', { recordAction: 'on' }, /recording is in that state already/],
		['useTalkOption', { button: '9' }, /There is no such talk option: 9/],
		['disconnectLeg', { legId: '9' }, /call has no such leg: 9/],
		['addCoach', {}, /There is no such coach/],
	])('%s %j', async (operation, parameters, message) => {
		// an employee without a coach
		const callSessionId = await talking({ employeeId: pick(42) });
		const { error } = await run(operation, { callSessionId, ...parameters });

		expect(error?.message).toMatch(message);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['tag', { tagId: pick(104) }, /call has this tag already: 104/],
		['blockContact', {}, /contact is on the blacklist already/],
	])('%s %j for the second time', async (operation, parameters, message) => {
		const callSessionId = await talking();
		await run(operation, { callSessionId, ...parameters });
		const { error } = await run(operation, { callSessionId, ...parameters });

		expect(error?.message).toMatch(message);
	});

	test('a call that has ended is named', async () => {
		const id = await talking();
		await run('release', { callSessionId: id });
		const { error } = await run('release', { callSessionId: id });

		expect(error?.message).toMatch(/There is no such call going on/);
	});

	test('with Continue On Fail concern their own item only', async () => {
		const id = await talking();
		const { json } = await run(
			'release',
			{ callSessionId: '={{ $json.call }}' },
			[{ call: 1 }, { call: id }],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(json).toEqual([
			partial({ call: 1, error: expect.stringMatching(/no such call/) as unknown }),
			{ call_session_id: id, success: true },
		]);
	});
});
