import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const contactGroup: ComagicResource = {
	name: 'Contact Group',
	value: 'contactGroup',
	operations: [create, remove, get, getAll, update],
};
