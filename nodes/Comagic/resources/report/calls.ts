import { recordingOptions } from '../../fields/dataOptions';
import { listOperation } from '../../fields/operations';

export const calls = listOperation({
	method: 'get.calls_report',
	name: 'Calls',
	value: 'calls',
	action: 'Get calls',
	description: 'Get calls, one item for each',
	noun: 'call',
	options: recordingOptions,
});
