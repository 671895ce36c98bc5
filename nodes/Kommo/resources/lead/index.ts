import type { KommoResource } from '../../fields/kommoField';
import { create } from './create';
import { createComplex } from './createComplex';
import { get } from './get';
import { search } from './search';
import { update } from './update';
import { upsert } from './upsert';

export const lead: KommoResource = {
	name: 'Lead',
	value: 'lead',
	operations: [create, createComplex, upsert, get, search, update],
};
