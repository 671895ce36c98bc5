import { choiceField } from '../../fields/callInputs';
import { manageOperation } from '../../fields/callOperations';

export const record = manageOperation({
	name: 'Record',
	value: 'record',
	action: 'Switch recording of call',
	description: 'Switch the recording of a call on or off',
	method: 'record.call',
	fields: [
		choiceField('Recording', 'recordAction', 'action', [
			{ name: 'Off', value: 'off' },
			{ name: 'On', value: 'on' },
		]),
	],
});
