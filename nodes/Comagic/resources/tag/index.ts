import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { replaceOnCommunication } from './replaceOnCommunication';
import { setOnCommunication } from './setOnCommunication';
import { setOnMany } from './setOnMany';
import { setSale } from './setSale';
import { unset } from './unset';
import { update } from './update';

export const tag: ComagicResource = {
	name: 'Tag',
	value: 'tag',
	operations: [
		create,
		remove,
		getAll,
		unset,
		replaceOnCommunication,
		setOnCommunication,
		setOnMany,
		setSale,
		update,
	],
};
