import { needsTags } from '../../fields/needsTags';
import { changeOperation } from '../../fields/operations';

export const setOnMany = changeOperation({
	method: 'set.communications_tags',
	name: 'Set on Many Communications',
	value: 'setOnMany',
	action: 'Set tags on many communications',
	description:
		'Put tags on several communications at once; needs the option Data API for configuration',
	noun: 'communication',
	params: {
		tag_ids: {
			required: false,
			description:
				'Tags for all communications; entries of Items can name one each instead. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	},
	check: needsTags,
});
