import {
	contact,
	contactMessage,
	employeeMessage,
	firstCall,
	showing,
	startFields,
	switching,
	virtualNumber,
} from '../../fields/callFields';
import { callField, recordField } from '../../fields/callInputs';
import { phoneOrExtension } from '../../fields/callNumbers';
import { startOperation } from '../../fields/callOperations';

export const startEmployeeCall = startOperation({
	name: 'Start Employee Call',
	value: 'startEmployeeCall',
	action: 'Start call between employee and contact',
	description: 'Call an employee of the account and a contact, and connect them',
	method: 'start.employee_call',
	fields: [
		recordField('Employee', 'employeeId', 'employee.id', 'employee', { required: true }),
		contact,
		virtualNumber,
		firstCall('employee'),
		startFields([
			callField(
				'Employee Phone Number',
				'employeePhoneNumber',
				'employee.phone_number',
				phoneOrExtension('Employee Phone Number'),
				{
					placeholder: 'e.g. 74951234567',
					description:
						'One of the numbers of the employee. Left out, all active ones are tried in turn.',
				},
			),
			contactMessage,
			employeeMessage,
			...switching,
			...showing,
		]),
	],
});
