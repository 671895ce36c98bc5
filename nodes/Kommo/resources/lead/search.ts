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
	priceRange,
	query,
	returnAll,
	simplify,
	sort,
	usersFilter,
} from '../../fields/search';
import { pipelinesFilter, stagesFilter } from '../../fields/stageFilter';
import { LEAD_INCLUDES, simplifyLead } from './simplify';

const ADD_ON = { needsAddOn: true };

export const search: KommoOperation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search leads',
		description: 'Find leads by text and filters',
		routing: { request: { method: 'GET', url: '/api/v4/leads' } },
	},
	kind: 'list',
	root: '_embedded.leads',
	noun: 'lead',
	fields: [
		query,
		returnAll,
		limit,
		simplify,
		filters([
			...dateRange('Closed', 'closed', 'closed_at', ADD_ON),
			...dateRange('Closest Task', 'closestTask', 'closest_task_at', ADD_ON),
			...dateRange('Created', 'created', 'created_at', ADD_ON),
			...dateRange('Updated', 'updated', 'updated_at', ADD_ON),
			...priceRange(ADD_ON),
			customFieldFilter('leads'),
			fieldMapFilter('leads'),
			idsFilter(ADD_ON),
			nameFilter(ADD_ON, 'e.g. Roof repair'),
			pipelinesFilter,
			stagesFilter,
			usersFilter('Created By', 'createdBy', 'created_by', ADD_ON),
			usersFilter('Responsible User', 'responsibleUsers', 'responsible_user_id', ADD_ON),
			usersFilter('Updated By', 'updatedBy', 'updated_by', ADD_ON),
		]),
		sort([
			{ name: 'Created At', value: 'created_at' },
			{ name: 'ID', value: 'id' },
			{ name: 'Updated At', value: 'updated_at' },
		]),
		readOptions([fieldAliases, include(LEAD_INCLUDES)]),
	],
	simplify: simplifyLead,
};
