import { callField } from '../../fields/callInputs';
import { optionalMessage } from '../../fields/callMessage';
import { phoneOrExtension } from '../../fields/callNumbers';
import { manageOperation } from '../../fields/callOperations';

export const makeCall = manageOperation({
	name: 'Call Third Party',
	value: 'makeCall',
	action: 'Call third party',
	description: 'Call somebody else while the contact is on hold',
	method: 'make.call',
	note: 'Never repeated when its answer is lost.',
	fields: [
		callField('To', 'to', 'to', phoneOrExtension('To'), {
			required: true,
			placeholder: 'e.g. 101',
			description: 'Phone number, extension or number of an employee',
		}),
		{
			prop: {
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				default: {},
				placeholder: 'Add Field',
			},
			fields: [
				optionalMessage(
					'Message',
					'toMessage',
					'to_message',
					'What the third party hears before being connected',
				),
			],
		},
	],
});
