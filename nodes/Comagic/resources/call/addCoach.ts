import { callField } from '../../fields/callInputs';
import { phoneOrExtension } from '../../fields/callNumbers';
import { manageOperation } from '../../fields/callOperations';

export const addCoach = manageOperation({
	name: 'Add Coach',
	value: 'addCoach',
	action: 'Add coach to call',
	description: 'Let a coach listen and whisper to the employee',
	method: 'add.coach',
	fields: [
		callField(
			'Coach Phone Number',
			'coachPhoneNumber',
			'phone_number',
			phoneOrExtension('Coach Phone Number'),
			{
				placeholder: 'e.g. 74951234567',
				description: 'Empty for the coach of the settings of the employee',
			},
		),
	],
});
