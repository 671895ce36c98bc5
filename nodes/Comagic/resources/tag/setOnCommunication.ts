import { needsCommunication } from '../../fields/needsCommunication';
import { changeOperation } from '../../fields/operations';

export const setOnCommunication = changeOperation({
	method: 'set.tag_communications',
	name: 'Set on Communication',
	value: 'setOnCommunication',
	action: 'Set tag on communication',
	description: 'Put a tag on a call, chat, goal or offline message',
	noun: 'tag',
	top: ['communication_id'],
	params: { communication_ext_id: { description: 'Used where no communication ID is given' } },
	check: needsCommunication,
});
