import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getNumbers } from './getNumbers';
import { getRedirectionNumbers } from './getRedirectionNumbers';
import { getWeights } from './getWeights';
import { update } from './update';
import { updateWeights } from './updateWeights';

export const campaign: ComagicResource = {
	name: 'Campaign',
	value: 'campaign',
	operations: [
		create,
		remove,
		get,
		getNumbers,
		getAll,
		getWeights,
		getRedirectionNumbers,
		update,
		updateWeights,
	],
};
