import type { ComagicResource } from '../../fields/comagicField';
import { get } from './get';
import { getDetails } from './getDetails';

export const account: ComagicResource = {
	name: 'Account',
	value: 'account',
	operations: [get, getDetails],
};
