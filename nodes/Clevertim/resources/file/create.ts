import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { metadataNotice, parentField } from '../../fields/files';
import { createOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create file',
		description: 'Create the entry of a file; its content cannot be uploaded',
		routing: { request: { method: 'POST', url: '/api/file' } },
	},
	kind: 'write',
	root: '',
	noun: 'file',
	fields: [
		metadataNotice,
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. offer.pdf' }),
		additionalFields([parentField('Folder')]),
		createOptions,
	],
	check: checkCreate('file'),
};
