import { dateRange } from '../../fields/legacyDates';
import {
	campaign,
	customer,
	filters,
	idField,
	site,
	tag,
	visitor,
} from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getChats = legacyRead({
	name: 'Get Chats',
	value: 'getChats',
	action: 'Get chats',
	description: 'Get the chats of a range of days',
	path: 'v1/chat/',
	noun: 'chat',
	fields: [
		...dateRange,
		site(),
		customer(),
		...limits,
		filters([campaign, tag, visitor, idField('Operator User ID', 'operatorUserId', 'user_id')]),
	],
	hasDates: true,
});
