import type { ComagicResource } from '../../fields/comagicField';
import { disable } from './disable';
import { enable } from './enable';
import { get } from './get';
import { getAll } from './getAll';
import { getAvailable } from './getAvailable';

export const virtualNumber: ComagicResource = {
	name: 'Virtual Number',
	value: 'virtualNumber',
	operations: [disable, enable, get, getAvailable, getAll],
};
