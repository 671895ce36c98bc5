import type { ClevertimResource } from '../../fields/clevertimField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { search } from './search';

export const comment: ClevertimResource = {
	name: 'Comment',
	value: 'comment',
	operations: [create, remove, get, search],
};
