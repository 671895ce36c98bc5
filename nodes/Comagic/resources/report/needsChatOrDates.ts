import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';
import type { ComagicRow } from '../../fields/comagicField';
import { paramsToQuery } from '../../fields/operations';

/** Messages are asked for by chat, by several chats, or by a range of dates (fact sheet §B.8). */
export function needsChatOrDates(body: IDataObject, row: ComagicRow): void {
	const hasChat = body.chat_id !== undefined || body.chat_ids !== undefined;
	const ends = [body.date_from, body.date_till].filter((one) => one !== undefined).length;
	if (ends === 1) {
		throw new InvalidValue(
			"Only one of 'Date From' and 'Date To' is filled",
			'Enter both, or neither together with a chat.',
		);
	}
	if (!hasChat && ends === 0) {
		throw new InvalidValue(
			"'Date From', 'Date To' and the chat are all empty",
			"Enter both dates, or a 'Chat ID' under 'Additional Parameters'.",
		);
	}
	paramsToQuery(body, row);
}
