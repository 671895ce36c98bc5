import { isRecord } from '../../../shared/wire';
import { requireChange } from '../../fields/checks';
import { entityTypeField } from '../../fields/entity';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { locator } from '../../fields/locators';
import { updateOptions } from '../../fields/options';
import { updateFields } from '../../fields/plain';
import { paramsToChange } from './params';

const note: KommoField = locator({
	displayName: 'Note',
	name: 'noteId',
	description: 'ID of the note, as Create and Search give it',
	property: 'id',
});

export const update: KommoOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update note',
		description: 'Change what notes say, many in one request',
		routing: { request: { method: 'PATCH', url: '/api/v4/{entityType}/notes' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: false },
	root: '_embedded.notes',
	noun: 'note',
	fields: [
		entityTypeField({ path: 'entityType' }),
		note,
		updateFields(paramsToChange),
		updateOptions(),
	],
	check: (body, row) => {
		requireChange(body, row);
		// the API wants type and card of a note again, and may replace params as a whole (§4.8)
		row.amend((changed, current) => {
			changed.entity_id = current.entity_id;
			changed.note_type = current.note_type;
			const stored = isRecord(current.params) ? current.params : {};
			changed.params = { ...stored, ...(isRecord(changed.params) ? changed.params : {}) };
		});
	},
	note: 'The stored notes are read first (up to 100 in a request), because the API wants their type and card again.',
};
