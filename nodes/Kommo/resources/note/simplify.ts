import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/wire';
import { flatRecord } from '../../fields/simplify';
import { NOTE_TYPES } from './params';

const flat = flatRecord([
	'id',
	'entity_id',
	'note_type',
	'created_by',
	'responsible_user_id',
	'created_at',
	'updated_at',
	'is_pinned',
]);

/** A note with its text beside it and everything else it holds under `params`. */
export function simplifyNote(note: IDataObject): IDataObject {
	const { text, ...params } = isRecord(note.params) ? note.params : {};
	return {
		...flat(note),
		...(text === undefined ? {} : { text }),
		...(Object.keys(params).length === 0 ? {} : { params }),
	};
}

export const NOTE_INCLUDES = [{ name: 'Pinned State', value: 'is_pinned' }];

/** Types that exist only for reading stand beside those that can be written (fact sheet §4.8). */
export const TYPES_TO_READ = [
	...NOTE_TYPES,
	{ name: 'AI Result', value: 'ai_result' },
	{ name: 'Chat', value: 'chat' },
	{ name: 'Email', value: 'amomail_message' },
	{ name: 'Link Followed', value: 'link_followed' },
	{ name: 'Message to Cashier', value: 'message_cashier' },
	{ name: 'Site Visit', value: 'site_visit' },
	{ name: 'Targeting In', value: 'targeting_in' },
	{ name: 'Targeting Out', value: 'targeting_out' },
	{ name: 'Transaction', value: 'transaction' },
	{ name: 'Zoom Meeting', value: 'zoom_meeting' },
].sort((a, b) => a.name.localeCompare(b.name));
