import { checkUpdate } from '../../fields/checks';
import { clearFields, customFieldMapper } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { companyLocator } from '../../fields/locators';
import { multiValueMode, updateOptions } from '../../fields/options';
import { authorship, textField, updateFields } from '../../fields/plain';
import { tagChanges } from '../../fields/tags';

export const update: KommoOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update company',
		description: 'Change companies, many in one request',
		routing: { request: { method: 'PATCH', url: '/api/v4/companies' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.companies',
	noun: 'company',
	fields: [
		companyLocator({ property: 'id' }),
		customFieldMapper('companies'),
		updateFields([
			...authorship,
			clearFields('companies'),
			fieldMap('companies', { clears: true }),
			textField('Name', 'name', 'name'),
			...tagChanges('getCompanyTags'),
		]),
		updateOptions([fieldAliases, multiValueMode]),
	],
	check: checkUpdate,
};
