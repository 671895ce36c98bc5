import type { KommoResource } from '../../fields/kommoField';
import { create } from './create';
import { find } from './find';
import { get } from './get';
import { search } from './search';
import { update } from './update';
import { upsert } from './upsert';

export const contact: KommoResource = {
	name: 'Contact',
	value: 'contact',
	operations: [create, upsert, find, get, search, update],
};
