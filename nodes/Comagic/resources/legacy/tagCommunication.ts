import { locator } from '../../fields/legacyFields';
import { tagging } from '../../fields/legacyTagging';
import { OTHER_PATH } from '../../transport/legacyReads';

export const tagCommunication = tagging({
	name: 'Tag Communication',
	value: 'tagCommunication',
	action: 'Tag communication',
	description: 'Put a tag on a call, chat, goal or offline message',
	path: 'v1/tag_communication/',
	// the old pages misspelt it (fact sheet §A.5)
	query: { [OTHER_PATH]: 'v1/tag_communicatiom/' },
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
