import type { KommoResource } from '../../fields/kommoField';
import { get } from './get';
import { getAll } from './getAll';

export const user: KommoResource = { name: 'User', value: 'user', operations: [get, getAll] };
