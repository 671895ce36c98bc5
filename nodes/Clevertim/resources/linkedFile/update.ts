import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { metadataNotice } from '../../fields/files';
import { recordLocator } from '../../fields/operations';
import { plainUpdateOptionsWithoutLists } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update linked file',
		description: 'Rename a linked file; nothing else of it can be written',
		routing: { request: { method: 'PUT', url: '/api/linkedfile/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'linked file',
	fields: [
		metadataNotice,
		recordLocator('linkedfile', { inBody: true }),
		updateFields([textField('Name', 'name', 'name')]),
		plainUpdateOptionsWithoutLists,
	],
	check: checkUpdate('linkedfile'),
};
