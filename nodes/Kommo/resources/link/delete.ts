import type { KommoOperation } from '../../fields/kommoField';
import { deleteOptions } from '../../fields/options';
import { checkLink } from './checkLink';
import { linkEnds } from './fields';

export const remove: KommoOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete link',
		description: 'Take cards apart again, many in one request; the cards themselves stay',
		routing: { request: { method: 'POST', url: '/api/v4/{entityType}/unlink' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: false },
	root: '',
	noun: 'link',
	fields: [...linkEnds, deleteOptions()],
	check: checkLink,
	answersNothing: true,
	answersWhole: true,
	note: 'The API answers without a body, also for a link that was not there.',
};
