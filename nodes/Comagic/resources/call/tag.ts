import { recordField } from '../../fields/callInputs';
import { manageOperation } from '../../fields/callOperations';

export const tag = manageOperation({
	name: 'Tag',
	value: 'tag',
	action: 'Tag call',
	description: 'Put a tag on a call that is going on',
	method: 'tag.call',
	fields: [recordField('Tag', 'tagId', 'tag_id', 'tag', { required: true })],
});
