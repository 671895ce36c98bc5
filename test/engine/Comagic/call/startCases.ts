import type { IDataObject, INodeParameters } from 'n8n-workflow';

export const pick = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});

export interface StartCase {
	name: string;
	operation: string;
	method: string;
	parameters: INodeParameters;
	params: IDataObject;
}

/** What every start needs; numbers as people write them. */
const SIDES: INodeParameters = {
	contact: '8 (915) 000-00-05',
	virtualPhoneNumber: pick('+7 495 000-00-01'),
};
const SENT: IDataObject = { contact: '79150000005', virtual_phone_number: '74950000001' };

/** Additional fields of all methods (fact sheet §C.2). */
const COMMON: INodeParameters = {
	direction: 'out',
	dtmfString: '1..2#',
	externalId: 'deal-9',
	virtualPhoneUsageRule: 'random',
};
const COMMON_SENT: IDataObject = {
	direction: 'out',
	dtmf_string: '1..2#',
	external_id: 'deal-9',
	virtual_phone_usage_rule: 'random',
};

const SWITCHING: INodeParameters = { earlySwitching: true, switchAtOnce: true };
const SWITCHING_SENT: IDataObject = { early_switching: true, switch_at_once: true };
const SHOWING: INodeParameters = { mediaFileId: pick('451'), showVirtualPhoneNumber: false };
const SHOWING_SENT: IDataObject = { media_file_id: 451, show_virtual_phone_number: false };

const spoken = (text: string): INodeParameters => ({ message: { type: 'tts', text } });
const played = (mediaFile: number): INodeParameters => ({ message: { type: 'media', mediaFile } });

/** Each start with what it cannot do without, then with all it takes. */
export const START_CASES: StartCase[] = [
	{
		name: 'the employee',
		operation: 'startEmployeeCall',
		method: 'start.employee_call',
		parameters: { ...SIDES, employeeId: pick('42') },
		params: { ...SENT, first_call: 'employee', employee: { id: 42 } },
	},
	{
		name: 'the employee, everything',
		operation: 'startEmployeeCall',
		method: 'start.employee_call',
		parameters: {
			...SIDES,
			employeeId: pick(42),
			additionalFields: {
				...COMMON,
				...SWITCHING,
				...SHOWING,
				employeePhoneNumber: '8 495 777-00-42',
				contactMessage: spoken('One moment'),
				employeeMessage: played(451),
			},
		},
		params: {
			...SENT,
			...COMMON_SENT,
			...SWITCHING_SENT,
			...SHOWING_SENT,
			first_call: 'employee',
			employee: { id: 42, phone_number: '74957770042' },
			contact_message: { type: 'tts', value: 'One moment' },
			employee_message: { type: 'media', value: '451' },
		},
	},
	{
		name: 'two numbers, the contact first',
		operation: 'startSimpleCall',
		method: 'start.simple_call',
		parameters: { ...SIDES, operator: 101, firstCall: 'contact' },
		params: { ...SENT, operator: '101', first_call: 'contact' },
	},
	{
		name: 'two numbers, everything',
		operation: 'startSimpleCall',
		method: 'start.simple_call',
		parameters: {
			...SIDES,
			operator: '+7 (495) 777-00-41',
			firstCall: 'operator',
			additionalFields: {
				...COMMON,
				...SWITCHING,
				...SHOWING,
				operatorConfirmation: 'any',
				operatorMessage: spoken('A call'),
				contactMessage: played(451),
			},
		},
		params: {
			...SENT,
			...COMMON_SENT,
			...SWITCHING_SENT,
			...SHOWING_SENT,
			operator: '74957770041',
			first_call: 'operator',
			operator_confirmation: 'any',
			operator_message: { type: 'tts', value: 'A call' },
			contact_message: { type: 'media', value: '451' },
		},
	},
	{
		name: 'a scenario',
		operation: 'startScenarioCall',
		method: 'start.scenario_call',
		parameters: { ...SIDES, scenarioId: pick('401') },
		params: { ...SENT, scenario_id: 401, first_call: 'employee' },
	},
	{
		name: 'a scenario, everything',
		operation: 'startScenarioCall',
		method: 'start.scenario_call',
		parameters: {
			...SIDES,
			scenarioId: pick(401),
			additionalFields: {
				...COMMON,
				...SWITCHING,
				contactMessage: spoken('A'),
				employeeMessage: spoken('B'),
			},
		},
		params: {
			...SENT,
			...COMMON_SENT,
			...SWITCHING_SENT,
			scenario_id: 401,
			first_call: 'employee',
			contact_message: { type: 'tts', value: 'A' },
			employee_message: { type: 'tts', value: 'B' },
		},
	},
	{
		name: 'the scenario of a number',
		operation: 'startVirtualNumberCall',
		method: 'start.vnumber_call',
		parameters: { ...SIDES },
		params: { ...SENT, first_call: 'employee' },
	},
	{
		name: 'the scenario of a number, everything',
		operation: 'startVirtualNumberCall',
		method: 'start.vnumber_call',
		parameters: {
			...SIDES,
			additionalFields: { ...COMMON, ...SWITCHING, contactMessage: spoken('A') },
		},
		params: {
			...SENT,
			...COMMON_SENT,
			...SWITCHING_SENT,
			first_call: 'employee',
			contact_message: { type: 'tts', value: 'A' },
		},
	},
	{
		name: 'a message',
		operation: 'startInformerCall',
		method: 'start.informer_call',
		parameters: { ...SIDES, messageType: 'tts', messageText: 'Your order is ready' },
		params: { ...SENT, contact_message: { type: 'tts', value: 'Your order is ready' } },
	},
	{
		name: 'a message, everything',
		operation: 'startInformerCall',
		method: 'start.informer_call',
		parameters: {
			...SIDES,
			messageType: 'media',
			messageMediaFile: pick(451),
			additionalFields: { ...COMMON, dialingTimeout: 120 },
		},
		params: {
			...SENT,
			...COMMON_SENT,
			contact_message: { type: 'media', value: '451' },
			dialing_timeout: 120,
		},
	},
];
