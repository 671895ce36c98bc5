import { flatEntity } from '../../fields/simplify';

export const simplifyCompany = flatEntity([
	'id',
	'name',
	'responsible_user_id',
	'created_at',
	'updated_at',
	'closest_task_at',
]);

/** `with` values of companies (fact sheet §4.5). */
export const COMPANY_INCLUDES = [
	{ name: 'Contacts', value: 'contacts' },
	{ name: 'Customers', value: 'customers' },
	{ name: 'Leads', value: 'leads' },
	{ name: 'List Elements', value: 'catalog_elements' },
	{ name: 'Only Deleted', value: 'only_deleted' },
];
