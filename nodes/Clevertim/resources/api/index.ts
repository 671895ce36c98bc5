import type { ClevertimResource } from '../../fields/clevertimField';
import { call } from './call';

export const api: ClevertimResource = {
	name: 'Custom Request',
	value: 'api',
	operations: [call],
};
