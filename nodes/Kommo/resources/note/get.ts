import { entityTypeField } from '../../fields/entity';
import type { KommoOperation } from '../../fields/kommoField';
import { locator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { NOTE_INCLUDES, simplifyNote } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get note',
		description: 'Get notes by ID; many items share a request',
		routing: { request: { method: 'GET', url: '/api/v4/{entityType}/notes/{id}' } },
	},
	kind: 'get',
	filterById: true,
	root: '_embedded.notes',
	noun: 'note',
	fields: [
		entityTypeField({ path: 'entityType' }),
		locator({ displayName: 'Note', name: 'noteId', property: 'id', path: 'id' }),
		simplify,
		getOptions([include(NOTE_INCLUDES)]),
	],
	simplify: simplifyNote,
};
