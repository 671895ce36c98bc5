import type { ClevertimResource } from '../../fields/clevertimField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { search } from './search';
import { update } from './update';
import { upsert } from './upsert';

export const contact: ClevertimResource = {
	name: 'Contact',
	value: 'contact',
	operations: [create, upsert, remove, get, search, update],
};
