import { changeOperation } from '../../fields/operations';

export const replaceOnCommunication = changeOperation({
	method: 'update.tags_communication',
	name: 'Replace on Communication',
	value: 'replaceOnCommunication',
	action: 'Replace tags on communication',
	description:
		'Give a communication exactly these tags; needs the option Data API for configuration',
	noun: 'communication',
});
