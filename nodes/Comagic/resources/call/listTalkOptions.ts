import { wholeListOperation } from '../../fields/callOperations';

export const listTalkOptions = wholeListOperation({
	name: 'List Talk Options',
	value: 'listTalkOptions',
	action: 'List talk options',
	description: 'Get the buttons that work during a talk, and what they do',
	method: 'list.talk_options',
});
