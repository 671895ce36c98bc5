import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { createBlock } from './createBlock';
import { remove } from './delete';
import { deleteBlock } from './deleteBlock';
import { get } from './get';
import { getAll } from './getAll';
import { getBlocks } from './getBlocks';
import { update } from './update';
import { updateBlock } from './updateBlock';

export const site: ComagicResource = {
	name: 'Site',
	value: 'site',
	operations: [
		create,
		createBlock,
		remove,
		deleteBlock,
		get,
		getAll,
		getBlocks,
		update,
		updateBlock,
	],
};
