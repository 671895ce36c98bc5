import type { ComagicResource } from '../../fields/comagicField';
import { callMethod } from './callMethod';

export const method: ComagicResource = {
	name: 'API Method',
	value: 'method',
	operations: [callMethod],
};
