import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { emptyFields } from '../../fields/emptyFields';
import { recordLocator } from '../../fields/operations';
import { updateOptions } from '../../fields/options';
import { flagField, longText, updateFields } from '../../fields/plain';
import { noteFields } from './fields';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update note',
		description: 'Change a note',
		routing: { request: { method: 'PUT', url: '/api/note/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'note',
	fields: [
		recordLocator('note', { inBody: true }),
		updateFields([
			...noteFields,
			emptyFields([
				{ name: 'Case', value: 'case' },
				{ name: 'Opportunity', value: 'opportunity' },
			]),
			flagField('Deleted', 'isDeleted', 'is_deleted', 'Whether the note is marked as deleted'),
			longText('Text', 'text', 'desc'),
		]),
		updateOptions,
	],
	check: checkUpdate('note'),
};
