import { flatEntity } from '../../fields/simplify';

export const simplifyLead = flatEntity([
	'id',
	'name',
	'price',
	'pipeline_id',
	'status_id',
	'responsible_user_id',
	'created_at',
	'updated_at',
]);

/** `with` values of leads (fact sheet §4.1). */
export const LEAD_INCLUDES = [
	{ name: 'Contacts', value: 'contacts' },
	{ name: 'List Elements', value: 'catalog_elements' },
	{ name: 'Loss Reason', value: 'loss_reason' },
	{ name: 'Only Deleted', value: 'only_deleted' },
	{ name: 'Price Changed by Robot', value: 'is_price_modified_by_robot' },
	{ name: 'Source', value: 'source' },
	{ name: 'Source ID', value: 'source_id' },
];
