import type { ComagicResource } from '../../fields/comagicField';
import { get } from './get';
import { getAll } from './getAll';

export const mediaFile: ComagicResource = {
	name: 'Media File',
	value: 'mediaFile',
	operations: [get, getAll],
};
