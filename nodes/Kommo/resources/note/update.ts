import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import { isRecord } from '../../../shared/wire';
import { requireChange } from '../../fields/checks';
import { entityTypeField } from '../../fields/entity';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { locator } from '../../fields/locators';
import { updateOptions } from '../../fields/options';
import { updateFields } from '../../fields/plain';
import { foreignParams, NOTE_TYPES, paramsToChange, writableParams } from './params';

const note: KommoField = locator({
	displayName: 'Note',
	name: 'noteId',
	description: 'ID of the note, as Create and Search give it',
	property: 'id',
});

/** Of an e-mail or a chat the params sent would be all that is left: these are only read (§4.8). */
function requireWritable({ id, note_type: noteType }: IDataObject): void {
	if (NOTE_TYPES.some((type) => type.value === noteType)) return;
	throw new InvalidValue(
		`The note ${shown(id)} cannot be changed: notes of the type ${shown(noteType)} can only be read`,
		`Notes that can be changed are ${NOTE_TYPES.map((type) => type.value).join(', ')}.`,
	);
}

/** A call's duration on a plain note would be stored where nobody sees it. */
function requireOwnParams(current: IDataObject, params: unknown): void {
	const [foreign] = isRecord(params) ? foreignParams(current.note_type, params) : [];
	if (foreign === undefined) return;
	throw new InvalidValue(
		`'${foreign}' does not belong to the note ${shown(current.id)}: it is of the type ${shown(current.note_type)}`,
		'Take the field out, or choose another note.',
	);
}

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
			requireWritable(current);
			requireOwnParams(current, changed.params);
			changed.entity_id = current.entity_id;
			changed.note_type = current.note_type;
			const stored = isRecord(current.params) ? current.params : {};
			changed.params = {
				...writableParams(current.note_type, stored),
				...(isRecord(changed.params) ? changed.params : {}),
			};
		});
	},
	note: 'The stored notes are read first (up to 100 in a request), because the API wants their type and card again.',
};
