import { listOperation } from '../../fields/operations';

export const getBlocks = listOperation({
	method: 'get.site_blocks',
	name: 'Get Many Blocks',
	value: 'getBlocks',
	action: 'Get many site blocks',
	description: 'Get the blocks of sites in which numbers are replaced',
	noun: 'site block',
});
