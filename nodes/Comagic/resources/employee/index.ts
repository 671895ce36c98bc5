import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getStatistics } from './getStatistics';
import { getStatuses } from './getStatuses';
import { update } from './update';

export const employee: ComagicResource = {
	name: 'Employee',
	value: 'employee',
	operations: [create, remove, get, getAll, getStatistics, getStatuses, update],
};
