import type { KommoResource } from '../../fields/kommoField';
import { create } from './create';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const lead: KommoResource = {
	name: 'Lead',
	value: 'lead',
	operations: [create, get, search, update],
};
