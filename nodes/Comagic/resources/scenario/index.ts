import type { ComagicResource } from '../../fields/comagicField';
import { get } from './get';
import { getAll } from './getAll';

export const scenario: ComagicResource = {
	name: 'Scenario',
	value: 'scenario',
	operations: [get, getAll],
};
