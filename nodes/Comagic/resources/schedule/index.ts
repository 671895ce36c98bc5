import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const schedule: ComagicResource = {
	name: 'Schedule',
	value: 'schedule',
	operations: [create, remove, get, getAll, update],
};
