import type { ComagicOperation } from '../../fields/comagicField';
import { linkedRecordingOptions } from '../../fields/dataOptions';
import { listOperation } from '../../fields/operations';
import { LIST } from '../../transport/listOptions';

const operation = listOperation({
	method: 'get.calls_report',
	name: 'Calls',
	value: 'calls',
	action: 'Get calls',
	description: 'Get calls, one item for each',
	noun: 'call',
	options: linkedRecordingOptions,
});

/** The service gives ids of recordings; people want their links (fact sheet §B.8). */
export const calls: ComagicOperation = { ...operation, query: { [LIST.links]: true } };
