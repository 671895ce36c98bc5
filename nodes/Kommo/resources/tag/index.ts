import type { KommoResource } from '../../fields/kommoField';
import { addToEntity } from './addToEntity';
import { create } from './create';
import { removeFromEntity } from './removeFromEntity';
import { search } from './search';

export const tag: KommoResource = {
	name: 'Tag',
	value: 'tag',
	operations: [addToEntity, create, removeFromEntity, search],
};
