import { changeOperation } from '../../fields/operations';

export const setOnMany = changeOperation({
	method: 'set.communications_tags',
	name: 'Set on Many Communications',
	value: 'setOnMany',
	action: 'Set tags on many communications',
	description:
		'Put tags on several communications at once; needs the option Data API for configuration',
	noun: 'communication',
});
