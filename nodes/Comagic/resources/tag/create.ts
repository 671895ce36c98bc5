import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.tags',
	name: 'Create',
	value: 'create',
	action: 'Create tag',
	description: 'Create a tag',
	noun: 'tag',
});
