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
		action: 'Update folder',
		description: 'Rename or move a folder',
		routing: { request: { method: 'PUT', url: '/api/folder/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'folder',
	fields: [
		metadataNotice,
		recordLocator('folder', { inBody: true }),
		updateFields([
			parentField('Parent Folder'),
			emptyFields([{ name: 'Parent Folder', value: 'parentId' }]),
			textField('Name', 'name', 'name'),
		]),
		updateOptionsWithoutLists,
	],
	check: checkUpdate('folder'),
};
