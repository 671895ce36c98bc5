import { manageOperation } from '../../fields/callOperations';
import { asTool } from '../../fields/options';

export const release = manageOperation({
	name: 'Release',
	value: 'release',
	action: 'Release call',
	description: 'End the call for everybody',
	method: 'release.call',
	options: [asTool],
});
