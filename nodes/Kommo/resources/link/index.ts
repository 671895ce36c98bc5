import type { KommoResource } from '../../fields/kommoField';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';

export const link: KommoResource = {
	name: 'Link',
	value: 'link',
	operations: [create, remove, getAll],
};
