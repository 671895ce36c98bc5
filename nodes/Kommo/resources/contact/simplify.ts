import { flatEntity } from '../../fields/simplify';

export const simplifyContact = flatEntity([
	'id',
	'name',
	'first_name',
	'last_name',
	'responsible_user_id',
	'created_at',
	'updated_at',
	'closest_task_at',
]);

/** `with` values of contacts (fact sheet §4.4). */
export const CONTACT_INCLUDES = [
	{ name: 'Customers', value: 'customers' },
	{ name: 'Leads', value: 'leads' },
	{ name: 'List Elements', value: 'catalog_elements' },
	{ name: 'Only Deleted', value: 'only_deleted' },
	{ name: 'Social Profiles', value: 'social_profiles' },
];
