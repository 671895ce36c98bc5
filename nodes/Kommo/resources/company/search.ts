import { customFieldFilter } from '../../fields/customFieldFilter';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMapFilter } from '../../fields/fieldMapFilter';
import type { KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import {
	dateRange,
	filters,
	idsFilter,
	include,
	limit,
	nameFilter,
	query,
	returnAll,
	simplify,
	sort,
	usersFilter,
} from '../../fields/search';
import { COMPANY_INCLUDES, simplifyCompany } from './simplify';

const ADD_ON = { needsAddOn: true };

export const search: KommoOperation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search companies',
		description: 'Find companies by text and filters',
		routing: { request: { method: 'GET', url: '/api/v4/companies' } },
	},
	kind: 'list',
	root: '_embedded.companies',
	noun: 'company',
	fields: [
		query,
		returnAll,
		limit,
		simplify,
		filters([
			...dateRange('Closest Task', 'closestTask', 'closest_task_at', ADD_ON),
			...dateRange('Created', 'created', 'created_at', ADD_ON),
			...dateRange('Updated', 'updated', 'updated_at', ADD_ON),
			customFieldFilter('companies'),
			fieldMapFilter('companies'),
			idsFilter(ADD_ON),
			nameFilter(ADD_ON, 'e.g. Reis Ltd'),
			usersFilter('Created By', 'createdBy', 'created_by', ADD_ON),
			usersFilter('Responsible User', 'responsibleUsers', 'responsible_user_id', ADD_ON),
			usersFilter('Updated By', 'updatedBy', 'updated_by', ADD_ON),
		]),
		sort([
			{ name: 'ID', value: 'id' },
			{ name: 'Updated At', value: 'updated_at' },
		]),
		readOptions([fieldAliases, include(COMPANY_INCLUDES)]),
	],
	simplify: simplifyCompany,
};
