/** Delivery fields of notes (§5.4). */
import type { Call } from '../call';
import { entityMap, kinds } from '../entities/kinds';
import type { StoredEntity, StoredNote } from '../model';
import type { Change } from './changes';
import { accountTime } from './taskChanges';

const numericTypes: Readonly<Record<string, number>> = {
	common: 4,
	attachment: 5,
	call_in: 10,
	call_out: 11,
	service_message: 25,
	extended_service_message: 25,
	sms_in: 102,
	sms_out: 103,
};

/** note_lead and its sisters; the fields sit one level deeper, under `note`. */
export function noteChange(call: Call, note: StoredNote): Change {
	const entity: StoredEntity | undefined = entityMap(call.store, note.entity_type).get(
		note.entity_id,
	);
	const isCompany = note.entity_type === 'companies';
	return {
		code: `note_${kinds[note.entity_type].singular}`,
		group: isCompany ? call.switches.companyNoteGroup : note.entity_type,
		action: 'note',
		fields: {
			note: {
				id: note.id,
				text: noteText(note),
				// the API's own misspelling
				attachement: fileName(note),
				note_type: numericTypes[note.note_type] ?? 25,
				element_type: kinds[note.entity_type].elementType,
				element_id: note.entity_id,
				account_id: call.store.info.id,
				main_user_id: entity?.responsible_user_id ?? note.responsible_user_id,
				created_by: note.created_by,
				modified_by: note.updated_by,
				date_create: accountTime(note.created_at, call.store.info.timezone),
				metadata: JSON.stringify({
					event_source: { id: note.created_by, author_name: authorName(call, note), type: 1 },
				}),
				created_at: note.created_at,
				updated_at: note.updated_at,
			},
		},
	};
}

function authorName(call: Call, note: StoredNote): string {
	return call.store.users.get(note.created_by)?.name ?? 'Robot';
}

function fileName(note: StoredNote): string {
	const name = note.params['file_name'];
	return typeof name === 'string' ? name : '';
}

function noteText(note: StoredNote): string {
	if (note.note_type === 'call_in' || note.note_type === 'call_out') {
		// a JSON string with upper-case keys
		return JSON.stringify(
			Object.fromEntries(
				Object.entries(note.params).map(([key, value]) => [key.toUpperCase(), value]),
			),
		);
	}
	const text = note.params['text'];
	return typeof text === 'string' ? text : '';
}
