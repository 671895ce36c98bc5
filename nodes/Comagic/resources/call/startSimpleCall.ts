import {
	contact,
	contactMessage,
	firstCall,
	showing,
	startFields,
	switching,
	virtualNumber,
} from '../../fields/callFields';
import { callField, keys } from '../../fields/callInputs';
import { optionalMessage } from '../../fields/callMessage';
import { phoneOrExtension } from '../../fields/callNumbers';
import { startOperation } from '../../fields/callOperations';

const confirmation = keys(
	'Operator Confirmation',
	/^(?:[0-9*#]|any)$/,
	'It takes one of 0-9, * and #, or the word any.',
);

export const startSimpleCall = startOperation({
	name: 'Start Simple Call',
	value: 'startSimpleCall',
	action: 'Start call between two numbers',
	description: 'Call an operator at any number and a contact, and connect them',
	method: 'start.simple_call',
	fields: [
		callField('Operator', 'operator', 'operator', phoneOrExtension('Operator'), {
			required: true,
			placeholder: 'e.g. +7 495 123-45-67',
			description: 'Number of your side: a phone, an extension or a SIP number',
		}),
		contact,
		virtualNumber,
		firstCall('operator'),
		startFields([
			contactMessage,
			callField(
				'Operator Confirmation',
				'operatorConfirmation',
				'operator_confirmation',
				confirmation,
				{
					placeholder: 'e.g. 1',
					description: 'Key the operator has to press to take the call: 0-9, *, # or any',
				},
			),
			optionalMessage(
				'Operator Message',
				'operatorMessage',
				'operator_message',
				'What the operator hears before being connected',
			),
			...switching,
			...showing,
		]),
	],
});
