import type { ClevertimResource } from '../../fields/clevertimField';
import { get } from './get';
import { getAll } from './getAll';

export const group: ClevertimResource = {
	name: 'Group',
	value: 'group',
	operations: [get, getAll],
};
