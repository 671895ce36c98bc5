import type { ComagicResource } from '../../fields/comagicField';
import { get } from './get';
import { getAll } from './getAll';

export const user: ComagicResource = {
	name: 'User',
	value: 'user',
	operations: [get, getAll],
};
