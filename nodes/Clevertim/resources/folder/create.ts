import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { metadataNotice, parentField } from '../../fields/files';
import { createOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create folder',
		description: 'Create a folder',
		routing: { request: { method: 'POST', url: '/api/folder' } },
	},
	kind: 'write',
	root: '',
	noun: 'folder',
	fields: [
		metadataNotice,
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. Offers' }),
		additionalFields([parentField('Parent Folder')]),
		createOptions,
	],
	check: checkCreate('folder'),
};
