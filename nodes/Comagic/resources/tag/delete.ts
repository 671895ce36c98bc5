import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.tags',
	name: 'Delete',
	value: 'delete',
	action: 'Delete tag',
	description: 'Delete a tag; system tags stay',
	noun: 'tag',
	reference: 'tag',
});
