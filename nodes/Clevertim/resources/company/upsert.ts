import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { checkUpsert, matchByFields } from '../../fields/matchBy';
import { upsertOptions } from '../../fields/options';
import { personFields } from '../../fields/person';
import { additionalFields, optionalText } from '../../fields/plain';

export const upsert: ClevertimOperation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update company',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: { request: { method: 'PUT', url: '/api/company' } },
	},
	kind: 'write',
	root: '',
	noun: 'company',
	note: 'All companies are read once per run to find the record; then it is `POST /api/company` or `PUT /api/company/{id}`.',
	fields: [
		...matchByFields('company', 'companyId', 'Company'),
		optionalText('Name', 'name', 'cn', {
			placeholder: 'e.g. Hill & Sons',
			description: 'Name of the company; required when it has to be created',
		}),
		customFieldMapper('companies'),
		additionalFields(personFields),
		upsertOptions,
	],
	check: checkUpsert('company'),
};
