import { contact, startFields, virtualNumber } from '../../fields/callFields';
import { callField, wholeNumber } from '../../fields/callInputs';
import { requiredMessage } from '../../fields/callMessage';
import { startOperation } from '../../fields/callOperations';

export const startInformerCall = startOperation({
	name: 'Start Informer Call',
	value: 'startInformerCall',
	action: 'Start call that plays message',
	description: 'Call a contact and play a message',
	method: 'start.informer_call',
	fields: [
		contact,
		virtualNumber,
		...requiredMessage,
		startFields([
			callField(
				'Dialing Timeout (Seconds)',
				'dialingTimeout',
				'dialing_timeout',
				wholeNumber('Dialing Timeout (Seconds)', 1, 120),
				{
					type: 'number',
					typeOptions: { minValue: 1, maxValue: 120 },
					default: 30,
					description: 'How long the phone rings, 120 at most',
				},
			),
		]),
	],
});
