import type { KommoResource } from '../../fields/kommoField';
import { get } from './get';

export const account: KommoResource = { name: 'Account', value: 'account', operations: [get] };
