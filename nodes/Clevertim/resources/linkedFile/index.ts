import type { ClevertimResource } from '../../fields/clevertimField';
import { remove } from './delete';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const linkedFile: ClevertimResource = {
	name: 'Linked File',
	value: 'linkedFile',
	operations: [remove, get, search, update],
};
