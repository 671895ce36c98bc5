import type { ClevertimResource } from '../../fields/clevertimField';
import { get } from './get';
import { getAll } from './getAll';

export const user: ClevertimResource = {
	name: 'User',
	value: 'user',
	operations: [get, getAll],
};
