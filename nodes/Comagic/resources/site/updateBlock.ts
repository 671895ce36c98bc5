import { updateOperation } from '../../fields/operations';

export const updateBlock = updateOperation({
	method: 'update.site_blocks',
	name: 'Update Block',
	value: 'updateBlock',
	action: 'Update site block',
	description: 'Rename a block',
	noun: 'site block',
	reference: 'siteBlock',
	storedAt: 'get.site_blocks',
});
