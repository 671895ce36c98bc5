import type { ClevertimResource } from '../../fields/clevertimField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const customField: ClevertimResource = {
	name: 'Custom Field',
	value: 'customField',
	operations: [create, remove, get, getAll, update],
};
