import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { emptyFields } from '../../fields/emptyFields';
import { metadataNotice, parentField } from '../../fields/files';
import { recordLocator } from '../../fields/operations';
import { updateOptionsWithoutLists } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update file',
		description: 'Rename or move a file',
		routing: { request: { method: 'PUT', url: '/api/file/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'file',
	fields: [
		metadataNotice,
		recordLocator('file', { inBody: true }),
		updateFields([
			parentField('Folder'),
			emptyFields([{ name: 'Folder', value: 'parentId' }]),
			textField('Name', 'name', 'name'),
		]),
		updateOptionsWithoutLists,
	],
	check: checkUpdate('file'),
};
