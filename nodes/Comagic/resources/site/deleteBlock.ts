import { deleteOperation } from '../../fields/operations';

export const deleteBlock = deleteOperation({
	method: 'delete.site_blocks',
	name: 'Delete Block',
	value: 'deleteBlock',
	action: 'Delete site block',
	description: 'Delete a block',
	noun: 'site block',
	reference: 'siteBlock',
});
