/** upload.chats and upload.offline_messages (§B.8). */
import { isRecord } from '../../kommo/guards';
import { fromLocal } from '../localTime';
import { missing } from '../rpc/errors';
import { textOf } from '../textOf';
import type { Handler } from './call';
import { entriesOf, orNull, pastTime, placeOf, type Entry } from './uploadEntry';

const CHAT_ID_BASE = 480_000_000;
const OFFLINE_ID_BASE = 680_000_000;
/** Communications of uploads: requests from 570 million, chats from 575 million. */
const OFFLINE_OFFSET = -110_000_000;
const CHAT_OFFSET = 95_000_000;
const MESSAGE_ID_BASE = 4_000_000_000;

function checkPerson(entry: Entry, path: string): void {
	if (textOf(entry.phone) === '' && textOf(entry.email) === '') throw missing(`${path}.phone`);
}

/** All rows are checked before the first one is kept. */
export const uploadMessages: Handler = (call) => {
	const checked = entriesOf(call, 'offline_messages').map((entry) => {
		checkPerson(entry, 'offline_messages');
		const at = pastTime(call, entry.date_time, 'offline_messages.date_time');
		return { entry, at, place: placeOf(call, entry, 'offline_messages') };
	});
	const rows = checked.map(({ entry, at, place }) => {
		const id = call.store.next('offlineMessage', OFFLINE_ID_BASE);
		call.store.offlineMessages.push({
			...place,
			id,
			communicationId: id + OFFLINE_OFFSET,
			at,
			text: textOf(entry.message),
			status: 'not_processed',
			formType: 'DataAPI',
			formName: orNull(entry.form_name),
			name: orNull(entry.name),
			phone: orNull(entry.phone),
			email: orNull(entry.email),
			employeeId: null,
			extId: orNull(entry.ext_id) ?? undefined,
		});
		return { id };
	});
	return { rows, total: undefined };
};

export const uploadChats: Handler = (call) => {
	const checked = entriesOf(call, 'chats').map((entry) => {
		checkPerson(entry, 'chats');
		const at = pastTime(call, entry.start_date_time, 'chats.start_date_time');
		const sent: unknown[] = Array.isArray(entry.messages) ? entry.messages : [];
		return { entry, at, place: placeOf(call, entry, 'chats'), messages: sent.filter(isRecord) };
	});
	const rows = checked.map(({ entry, at, place, messages }) => {
		const id = call.store.next('chat', CHAT_ID_BASE);
		const times = messages.map(({ date_time }) => fromLocal(date_time) ?? at);
		call.store.chats.push({
			...place,
			id,
			communicationId: id + CHAT_OFFSET,
			at,
			status: textOf(entry.status),
			initiator: textOf(entry.initiator) || 'visitor',
			channelType: 'dataapi',
			employeeId: null,
			duration: Math.round((Math.max(at, ...times) - at) / 1000),
			answerTime: null,
			phone: orNull(entry.phone),
			messages: messages.length,
			extId: orNull(entry.ext_id) ?? undefined,
		});
		for (const [nth, message] of messages.entries()) {
			call.store.messages.push({
				id: call.store.next('message', MESSAGE_ID_BASE),
				chatId: id,
				at: times[nth] ?? at,
				text: textOf(message.message),
				source: textOf(message.source),
				employeeId: typeof message.employee_id === 'number' ? message.employee_id : null,
				visitorId: place.visit?.visitorId ?? null,
			});
		}
		return { id };
	});
	return { rows, total: undefined };
};
