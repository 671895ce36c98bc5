import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.tags',
	name: 'Update',
	value: 'update',
	action: 'Update tag',
	description: 'Rename a tag',
	noun: 'tag',
	reference: 'tag',
	storedAt: 'get.tags',
});
