import type { KommoResource } from '../../fields/kommoField';
import { create } from './create';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const company: KommoResource = {
	name: 'Company',
	value: 'company',
	operations: [create, get, search, update],
};
