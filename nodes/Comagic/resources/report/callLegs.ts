import { recordingOptions } from '../../fields/dataOptions';
import { listOperation } from '../../fields/operations';

export const callLegs = listOperation({
	method: 'get.call_legs_report',
	name: 'Call Legs',
	value: 'callLegs',
	action: 'Get call legs',
	description: 'Get the legs of calls: each person who was called or took part',
	noun: 'call leg',
	options: recordingOptions,
});
