import { checkUpdate } from '../../fields/checks';
import { clearFields, customFieldMapper } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { linksOfLead } from '../../fields/linkTo';
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
		customFieldMapper('leads'),
		updateFields([
			clearFields('leads'),
			fieldMap('leads', { clears: true }),
			textField('Name', 'name', 'name'),
			...leadFields('updateFields', true),
			...linksOfLead,
			...tagChanges('getLeadTags'),
		]),
		updateOptions([fieldAliases, multiValueMode, roundPrice]),
	],
	check: checkUpdate,
};
