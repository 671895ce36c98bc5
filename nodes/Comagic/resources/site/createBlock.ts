import { createOperation } from '../../fields/operations';

export const createBlock = createOperation({
	method: 'create.site_blocks',
	name: 'Create Block',
	value: 'createBlock',
	action: 'Create site block',
	description: 'Create a block in which numbers are replaced',
	noun: 'site block',
});
