import type { KommoResource } from '../../fields/kommoField';
import { get } from './get';
import { searchEverywhere } from './searchEverywhere';

export const account: KommoResource = {
	name: 'Account',
	value: 'account',
	operations: [get, searchEverywhere],
};
