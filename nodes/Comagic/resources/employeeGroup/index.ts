import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { updateNumbers } from './updateNumbers';

export const employeeGroup: ComagicResource = {
	name: 'Employee Group',
	value: 'employeeGroup',
	operations: [create, remove, get, getAll, update, updateNumbers],
};
