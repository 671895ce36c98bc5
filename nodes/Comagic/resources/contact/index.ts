import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getOrganizations } from './getOrganizations';
import { update } from './update';

export const contact: ComagicResource = {
	name: 'Contact',
	value: 'contact',
	operations: [create, remove, get, getAll, getOrganizations, update],
};
