import type { ClevertimResource } from '../../fields/clevertimField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const folder: ClevertimResource = {
	name: 'Folder',
	value: 'folder',
	operations: [create, remove, get, search, update],
};
