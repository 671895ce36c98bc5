import { checkUpdate } from '../../fields/checks';
import { clearFields, customFieldMapper } from '../../fields/customFieldValues';
import type { KommoOperation } from '../../fields/kommoField';
import { leadLocator } from '../../fields/locators';
import { multiValueMode, roundPrice, updateOptions } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';
import { tagChanges } from '../../fields/tags';
import { leadFields } from './fields';

export const update: KommoOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update lead',
		description: 'Change leads, many in one request',
		routing: { request: { method: 'PATCH', url: '/api/v4/leads' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.leads',
	noun: 'lead',
	fields: [
		leadLocator({ property: 'id' }),
		customFieldMapper('leads', 'update'),
		updateFields([
			clearFields('leads'),
			textField('Name', 'name', 'name'),
			...leadFields('updateFields', true),
			...tagChanges('getLeadTags'),
		]),
		updateOptions([multiValueMode, roundPrice]),
	],
	check: checkUpdate,
};
