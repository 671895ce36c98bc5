import type { KommoResource } from '../../fields/kommoField';
import { complete } from './complete';
import { create } from './create';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const task: KommoResource = {
	name: 'Task',
	value: 'task',
	operations: [complete, create, get, search, update],
};
