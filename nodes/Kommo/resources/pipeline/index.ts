import type { KommoResource } from '../../fields/kommoField';
import { get } from './get';
import { getAll } from './getAll';

export const pipeline: KommoResource = {
	name: 'Pipeline',
	value: 'pipeline',
	operations: [get, getAll],
};
