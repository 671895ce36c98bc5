import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { createOptions } from '../../fields/options';
import { additionalFields, longText } from '../../fields/plain';
import { noteFields } from './fields';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create note',
		description: 'Create a note',
		routing: { request: { method: 'POST', url: '/api/note' } },
	},
	kind: 'write',
	root: '',
	noun: 'note',
	fields: [
		longText('Text', 'text', 'desc', { required: true, placeholder: 'e.g. Wants slate' }),
		additionalFields(noteFields),
		createOptions,
	],
	check: checkCreate('note'),
};
