import { customFieldMapper, refuseRepeatedFields } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { createOptions } from '../../fields/options';
import { additionalFields, authorship, optionalText } from '../../fields/plain';
import { tagFields } from '../../fields/tags';

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create company',
		description: 'Create companies, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/companies' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.companies',
	noun: 'company',
	fields: [
		optionalText('Name', 'name', 'name', {
			placeholder: 'e.g. Reis Ltd',
			description: 'Name of the company',
		}),
		customFieldMapper('companies'),
		additionalFields([
			fieldMap('companies', { clears: false }),
			...authorship,
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getCompanyTags',
				effect: '',
			}),
		]),
		createOptions([fieldAliases]),
	],
	check: refuseRepeatedFields,
};
