import { locator } from '../../fields/legacyFields';
import { tagging } from '../../fields/legacyTagging';
import { asTool } from '../../fields/options';

export const untagCommunication = tagging({
	name: 'Untag Communication',
	value: 'untagCommunication',
	action: 'Untag communication',
	description: 'Take a tag off a call, chat, goal or offline message',
	path: 'v1/untag_communication/',
	options: [asTool],
	fields: [
		locator({
			displayName: 'Tag',
			name: 'markId',
			property: 'mark_id',
			searchListMethod: 'searchTags',
			required: true,
			place: 'body',
		}),
	],
});
