import type { ClevertimResource } from '../../fields/clevertimField';
import { complete } from './complete';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const task: ClevertimResource = {
	name: 'Task',
	value: 'task',
	operations: [complete, create, remove, get, search, update],
};
