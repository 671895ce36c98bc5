import type { INodeParameters } from 'n8n-workflow';

import {
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { anyNumber, partial } from '../../../support/partial';
import { pick, START_CASES } from './startCases';

const sandbox = useComagicSandbox();
const run = comagicRunner(sandbox, 'call');

const SIMPLE: INodeParameters = {
	operator: '101',
	contact: '79150000005',
	virtualPhoneNumber: pick('74950000001'),
};

describe('a call is started as its page has it (fact sheet §C.2)', () => {
	test.each(START_CASES)('with $name', async ({ operation, method, parameters, params }) => {
		const { items, error } = await run(operation, parameters);

		expect(error).toBeNull();
		expect(paramsOf(sandbox(), method)).toEqual(params);
		expect(items).toEqual([
			{ json: { ...params, call_session_id: anyNumber }, pairedItem: { item: 0 } },
		]);
	});

	test('one call for each item, with its own values', async () => {
		const items = ['101', '102'].map((operator) => ({ operator }));
		const { json } = await run(
			'startSimpleCall',
			{ ...SIMPLE, operator: '={{ $json.operator }}' },
			items,
		);

		expect(json.map(({ operator }) => operator)).toEqual(['101', '102']);
		expect(rpcCalls(sandbox())).toHaveLength(2);
	});

	test('Validate Only rings nobody', async () => {
		const { json } = await run('startSimpleCall', { ...SIMPLE, options: { validateOnly: true } });

		expect(rpcCalls(sandbox())).toEqual([]);
		expect(JSON.stringify(json)).toContain('79150000005');
	});
});

describe('what cannot work rings nobody', () => {
	test.each<[string, INodeParameters, RegExp]>([
		[
			'a contact that is no number',
			{ contact: 'call me maybe' },
			/'Contact' is neither a phone number nor an extension/,
		],
		['an empty contact', { contact: '={{ "" }}' }, /'Contact' is empty/],
		['an empty operator', { operator: '={{ null }}' }, /'Operator' is empty/],
		[
			'a short virtual number',
			{ virtualPhoneNumber: pick('101') },
			/'Virtual Number' is not a phone number/,
		],
		[
			'an unknown side',
			{ firstCall: '={{ "employee" }}' },
			/'Call First' does not exist: employee/,
		],
		[
			'letters as keys',
			{ additionalFields: { dtmfString: '1,2' } },
			/'DTMF String' has other characters/,
		],
		[
			'two keys to confirm',
			{ additionalFields: { operatorConfirmation: '12' } },
			/'Operator Confirmation' has other characters/,
		],
		[
			'an unknown direction',
			{ additionalFields: { direction: '={{ "up" }}' } },
			/'Direction' does not exist: up/,
		],
		[
			'a text as a switch',
			{ additionalFields: { switchAtOnce: '={{ "maybe" }}' } },
			/'Switch at Once' is neither true nor false/,
		],
		[
			'a media file by name',
			{ additionalFields: { mediaFileId: pick('jingle') } },
			/'Media File' is not a whole number/,
		],
		[
			'a message without text',
			{ additionalFields: { contactMessage: { message: { type: 'tts', text: '' } } } },
			/'Contact Message' is empty/,
		],
		[
			'early switching alone',
			{ additionalFields: { earlySwitching: true } },
			/'Early Switching' needs 'Switch at Once'/,
		],
		[
			'early switching, the contact first',
			{ firstCall: 'contact', additionalFields: { earlySwitching: true, switchAtOnce: true } },
			/'Early Switching' does not go together with 'Call First'/,
		],
	])('%s', async (_what, parameters, message) => {
		const { error } = await run('startSimpleCall', { ...SIMPLE, ...parameters });

		expect(error?.message).toMatch(message);
		expect(rpcCalls(sandbox())).toEqual([]);
	});

	test.each([
		[
			'startEmployeeCall',
			{ employeeId: pick('={{ "Anna" }}') },
			/'Employee' is not a whole number: Anna/,
		],
		['startEmployeeCall', { employeeId: pick('={{ "" }}') }, /'Employee' is empty/],
		['startInformerCall', { messageText: '={{ "" }}' }, /'Text' is empty/],
		[
			'startInformerCall',
			{ messageText: 'x', additionalFields: { dialingTimeout: 121 } },
			/'Dialing Timeout \(Seconds\)' is not a whole number: 121/,
		],
	])('%s: %j', async (operation, parameters, message) => {
		const { error } = await run(operation, { ...SIMPLE, ...parameters });

		expect(error?.message).toMatch(message);
		expect(rpcCalls(sandbox())).toEqual([]);
	});

	test('early switching that is switched off goes with everything', async () => {
		const additionalFields = { earlySwitching: false };
		const { error } = await run('startSimpleCall', {
			...SIMPLE,
			firstCall: 'contact',
			additionalFields,
		});

		expect(error).toBeNull();
	});
});

describe('a refusal says what to do', () => {
	test.each([
		[{ contact: '79990000000' }, /on the blacklist \(79990000000\)|on the blacklist/],
		[{ virtualPhoneNumber: pick('74951111111') }, /phone number cannot be used/],
		[{ contact: '74950000002' }, /virtual number of the account cannot be called: 74950000002/],
		[
			{ additionalFields: { contactMessage: { message: { type: 'media', mediaFile: 1 } } } },
			/message cannot be played/,
		],
	])('%j', async (parameters, message) => {
		const { error } = await run('startSimpleCall', { ...SIMPLE, ...parameters });

		expect(error?.message).toMatch(message);
	});
});

describe('an answer that is lost', () => {
	test.each(START_CASES.filter(({ name }) => !name.endsWith('everything')))(
		'is not followed by a second call ($operation)',
		async ({ operation, method, parameters }) => {
			sandbox().addFault({ rpcMethod: method, when: 'after', action: { type: 'reset' } });
			const { error, tries } = await run(operation, parameters, [{}], {
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			});

			expect(error?.message).toMatch(/whether the call was started is unknown/);
			expect(error?.description).toMatch(/'External ID'/);
			expect(error?.description).not.toMatch(/Try again/);
			expect(sandbox().requests({ rpcMethod: method })).toHaveLength(1);
			expect(tries).toBe(2);
		},
	);

	test('can be checked by the external ID', async () => {
		const method = 'start.simple_call';
		sandbox().addFault({ rpcMethod: method, when: 'after', action: { type: 'reset' } });
		await run('startSimpleCall', { ...SIMPLE, additionalFields: { externalId: 'deal-9' } });
		const { json } = await run('listCalls');

		expect(json).toEqual([partial({ external_id: 'deal-9' })]);
	});
});
