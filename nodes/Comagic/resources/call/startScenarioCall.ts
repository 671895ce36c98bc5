import {
	contact,
	contactMessage,
	employeeMessage,
	firstCall,
	startFields,
	switching,
	virtualNumber,
} from '../../fields/callFields';
import { recordField } from '../../fields/callInputs';
import { startOperation } from '../../fields/callOperations';

export const startScenarioCall = startOperation({
	name: 'Start Scenario Call',
	value: 'startScenarioCall',
	action: 'Start call by scenario',
	description: 'Call a contact and whomever a scenario of the account names',
	method: 'start.scenario_call',
	fields: [
		recordField('Scenario', 'scenarioId', 'scenario_id', 'scenario', { required: true }),
		contact,
		virtualNumber,
		firstCall('employee'),
		startFields([contactMessage, employeeMessage, ...switching]),
	],
});
