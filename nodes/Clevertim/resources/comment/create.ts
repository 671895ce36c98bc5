import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { locator } from '../../fields/locators';
import { createOptions } from '../../fields/options';
import { longText, notice } from '../../fields/plain';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create comment',
		description: 'Add a comment to a note or a task; the API cannot change it later',
		routing: { request: { method: 'POST', url: '/api/comment' } },
	},
	kind: 'write',
	root: '',
	noun: 'comment',
	fields: [
		notice(
			'noUpdateNotice',
			'The service cannot change comments: to correct one, delete it and create it again.',
		),
		{
			prop: {
				displayName: 'Comment On',
				name: 'commentOn',
				type: 'options',
				options: [
					{ name: 'Note', value: 'note' },
					{ name: 'Task', value: 'task' },
				],
				default: 'note',
				description: 'What the comment belongs to',
			},
			to: () => undefined,
		},
		locator({
			displayName: 'Note',
			name: 'noteId',
			kind: 'note',
			property: 'nid',
			isReference: true,
			displayOptions: { show: { commentOn: ['note'] } },
		}),
		locator({
			displayName: 'Task',
			name: 'taskId',
			kind: 'task',
			property: 'tid',
			isReference: true,
			displayOptions: { show: { commentOn: ['task'] } },
		}),
		longText('Text', 'text', 'comment', { required: true, placeholder: 'e.g. Which colour?' }),
		createOptions,
	],
	check: (body) => {
		checkCreate('comment')(body);
		// §6.7: exactly one of the two, the other is null
		Object.assign(body, body.nid === undefined ? { nid: null } : { tid: null });
	},
};
