import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { callField, choiceField, keys, recordField, text, toggle, wholeNumber } from './callInputs';
import { optionalMessage } from './callMessage';
import { phone, phoneOrExtension } from './callNumbers';
import type { ComagicField } from './comagicField';
import { referenceModes } from './references';

/** The call an operation is about. */
export const callSession: ComagicField = callField(
	'Call Session ID',
	'callSessionId',
	'call_session_id',
	wholeNumber('Call Session ID'),
	{
		required: true,
		placeholder: 'e.g. 390000001',
		description:
			"Of a call that is going on: from a 'Start …' operation, 'List Calls' or a notification",
	},
);

/** The number of the account that is shown to whoever is called. */
export const virtualNumber: ComagicField = callField(
	'Virtual Number',
	'virtualPhoneNumber',
	'virtual_phone_number',
	phone('Virtual Number'),
	{
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: referenceModes('virtualNumber'),
		required: true,
		description: 'Number of the account to call from',
	},
);

export const contact: ComagicField = callField(
	'Contact',
	'contact',
	'contact',
	phoneOrExtension('Contact'),
	{
		required: true,
		placeholder: 'e.g. +7 915 123-45-67',
		description:
			'Number to call. Spaces, brackets and + are taken out, a Russian 8 becomes 7; extensions and SIP numbers stay as they are.',
	},
);

/** @param own the account's side: `employee` or `operator` */
export const firstCall = (own: 'employee' | 'operator'): ComagicField =>
	choiceField(
		'Call First',
		'firstCall',
		'first_call',
		[
			{ name: 'Contact', value: 'contact' },
			own === 'employee'
				? { name: 'Employee', value: 'employee' }
				: { name: 'Operator', value: 'operator' },
		],
		{
			default: own,
			description: 'Whose phone rings first; the other one is called when it is answered',
		},
	);

/** What all methods that start a call take (§C.2). */
const commonFields: ComagicField[] = [
	choiceField(
		'Direction',
		'direction',
		'direction',
		[
			{ name: 'Inbound', value: 'in' },
			{ name: 'Outbound', value: 'out' },
		],
		{ description: 'As what the call stands in the reports; inbound when it is left out' },
	),
	callField(
		'DTMF String',
		'dtmfString',
		'dtmf_string',
		keys('DTMF String', /^[0-9*#.]+$/, 'It takes 0-9, *, # and . for a pause of a second.'),
		{
			placeholder: 'e.g. 101..2#',
			description: 'Keys to press in the call; a point is a pause of a second',
		},
	),
	callField('External ID', 'externalId', 'external_id', text('External ID'), {
		placeholder: 'e.g. deal-9',
		description:
			"Your own mark of the call. It stands in 'List Calls' (external_id) and in the report of calls (call_api_external_id), which tells whether a call was started when the answer got lost.",
	}),
	choiceField(
		'Virtual Number Rule',
		'virtualPhoneUsageRule',
		'virtual_phone_usage_rule',
		[
			{ name: 'Fixed', value: 'fixed', description: 'The virtual number above' },
			{ name: 'Fixed for Contact', value: 'fixed_for_numa', description: 'The same one each time' },
			{ name: 'Random', value: 'random' },
			{ name: 'Regional, Fixed for Contact', value: 'regional_fixed_for_numa' },
			{ name: 'Regional, Random', value: 'regional_random' },
		],
		{
			description:
				'Which number the contact sees. All but Fixed need the option of automatic number management.',
		},
	),
];

export const contactMessage = optionalMessage(
	'Contact Message',
	'contactMessage',
	'contact_message',
	'What the contact hears before being connected',
);

export const employeeMessage = optionalMessage(
	'Employee Message',
	'employeeMessage',
	'employee_message',
	'What the employee hears before being connected',
);

export const switching: ComagicField[] = [
	toggle(
		'Early Switching',
		'earlySwitching',
		'early_switching',
		false,
		"Whether the two sides are connected before the second one answers. Only together with 'Switch at Once', and when the contact is not called first.",
	),
	toggle(
		'Switch at Once',
		'switchAtOnce',
		'switch_at_once',
		false,
		'Whether to connect at once, without waiting for the end of a message. It is said to do nothing with text to speech.',
	),
];

export const showing: ComagicField[] = [
	recordField('Media File', 'mediaFileId', 'media_file_id', 'mediaFile', {
		description: 'Audio file of the account to play in the call',
	}),
	toggle(
		'Show Virtual Number',
		'showVirtualPhoneNumber',
		'show_virtual_phone_number',
		true,
		'Whether the virtual number is shown, which is what the service does by itself',
	),
];

/** The collection `additionalFields` of a start: what is common, and the method's own. */
export function startFields(own: ComagicField[]): ComagicField {
	const fields = [...commonFields, ...own].sort((a, b) =>
		a.prop.displayName.localeCompare(b.prop.displayName, 'en'),
	);
	return {
		prop: {
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			default: {},
			placeholder: 'Add Field',
		},
		fields,
	};
}

/** The service refuses this combination after the fact; the message is ours (§C.2). */
export function checkSwitching(body: IDataObject): void {
	if (body.early_switching !== true) return;
	if (body.first_call === 'contact') {
		throw new InvalidValue(
			"'Early Switching' does not go together with 'Call First' set to Contact",
			"Call the employee (or operator) first, or leave out 'Early Switching'.",
		);
	}
	if (body.switch_at_once !== true) {
		throw new InvalidValue(
			"'Early Switching' needs 'Switch at Once'",
			"Add 'Switch at Once' and switch it on, or leave out 'Early Switching'.",
		);
	}
}
