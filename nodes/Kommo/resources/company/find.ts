import { fieldAliases } from '../../fields/fieldAliases';
import type { KommoOperation } from '../../fields/kommoField';
import { matchFields } from '../../fields/matchFields';
import { findOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { COMPANY_INCLUDES, simplifyCompany } from './simplify';

export const find: KommoOperation = {
	option: {
		name: 'Find',
		value: 'find',
		action: 'Find company',
		description: 'Look companies up by phone, email or a custom field, compared exactly',
		routing: { request: { method: 'GET', url: '/api/v4/companies' } },
	},
	kind: 'find',
	root: '_embedded.companies',
	noun: 'company',
	fields: [
		...matchFields('companies', ['customField', 'email', 'name', 'phone', 'query'], 'find'),
		simplify,
		findOptions([fieldAliases, include(COMPANY_INCLUDES)]),
	],
	simplify: simplifyCompany,
	note: 'Gives `found`, the number of `matches` and the `company` for every item. The search of the API is fuzzy: what it gives is compared exactly, phones by their digits.',
};
