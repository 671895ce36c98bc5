import type { INodeProperties } from 'n8n-workflow';

import type { KommoField } from '../../../fields/kommoField';
import { collection, dateField, integerField, textField } from '../../../fields/plain';
import { yesNo } from '../../../fields/values';

const at = (key: string) => `_embedded.metadata.${key}`;

const category: KommoField = {
	prop: {
		displayName: 'Incoming Lead',
		name: 'incomingLead',
		type: 'options',
		options: [
			{ name: 'Call', value: 'sip', description: 'Waits among the incoming leads, with the call' },
			{
				name: 'Form',
				value: 'forms',
				description: 'Waits among the incoming leads, with the form',
			},
			{ name: 'No', value: 'none', description: 'Stands in the pipeline at once' },
		],
		default: 'none',
		description: 'Whether the lead waits to be accepted, and where it came from',
		routing: { send: { type: 'body', property: at('category') } },
	},
	to: (value) => (value === 'none' ? undefined : value),
};

const form = [
	textField('Form ID', 'formId', at('form_id')),
	textField('Form Name', 'formName', at('form_name')),
	textField('Form Page', 'formPage', at('form_page'), { description: 'Address of the page' }),
	dateField('Form Sent At', 'formSentAt', at('form_sent_at'), { description: 'Now when left out' }),
	textField('IP Address', 'ip', at('ip')),
	textField('Referer', 'referer', at('referer')),
	textField('Visitor UID', 'visitorUid', at('visitor_uid')),
];

const call = [
	textField('Call ID', 'uniq', at('uniq')),
	textField('Call Responsible', 'callResponsible', at('call_responsible'), {
		description: 'ID, phone or name of the user who took the call',
	}),
	dateField('Called At', 'calledAt', at('called_at')),
	integerField('Duration', 'duration', at('duration'), { description: 'In seconds' }),
	textField('Phone', 'phone', at('phone'), { description: 'Who called' }),
	textField('Recording Link', 'link', at('link')),
	textField('Service Code', 'serviceCode', at('service_code')),
	{
		prop: {
			displayName: 'Write Call Note',
			name: 'isCallEventNeeded',
			type: 'boolean' as const,
			default: true,
			description: 'Whether the call is added to the lead as a note',
			routing: { send: { type: 'body' as const, property: at('is_call_event_needed') } },
		},
		to: yesNo('Write Call Note'),
	},
];

function detailsOf(
	displayName: string,
	name: string,
	fields: KommoField[],
	of: string,
): KommoField {
	const field = collection(displayName, name, fields, 'Add Detail');
	const displayOptions: INodeProperties['displayOptions'] = { show: { incomingLead: [of] } };
	return { ...field, prop: { ...field.prop, displayOptions } };
}

/** Makes the lead an incoming one, with what is known of its form or call (fact sheet §4.1, §4.3). */
export const incomingLead: KommoField[] = [
	category,
	detailsOf('Form Details', 'formDetails', form, 'forms'),
	detailsOf('Call Details', 'callDetails', call, 'sip'),
];
