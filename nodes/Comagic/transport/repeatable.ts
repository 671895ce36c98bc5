/** Data API: records are changed to the same values, tags put on or taken off once more (fact sheet §B.5). */
const SAME_STATE = new Set([
	...['update.campaigns', 'update.contacts', 'update.customers', 'update.customer_status'],
	...['update.customer_tariff_plans', 'update.employees', 'update.group_contacts'],
	...['update.group_employees', 'update.schedules', 'update.site_blocks', 'update.sites'],
	...['update.tags', 'update.tags_communication', 'set.communications_tags'],
	...['set.tag_communications', 'unset.tag_communications'],
]);

/** Changes that leave the same state however often they are carried out; their forms have no 'Retry Creates'. */
export const leavesSameState = (method: string): boolean => SAME_STATE.has(method);
