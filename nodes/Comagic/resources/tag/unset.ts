import { needsCommunication } from '../../fields/needsCommunication';
import { changeOperation } from '../../fields/operations';
import { asTool } from '../../fields/options';

export const unset = changeOperation({
	method: 'unset.tag_communications',
	name: 'Remove From Communication',
	value: 'unset',
	action: 'Remove tag from communication',
	description: 'Take a tag off a communication; also a sale',
	noun: 'tag',
	top: ['communication_id'],
	params: { communication_ext_id: { description: 'Used where no communication ID is given' } },
	check: needsCommunication,
	options: [asTool],
});
