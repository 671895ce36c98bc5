import type { IDataObject, INodeParameters } from 'n8n-workflow';

export interface ReadCase {
	resource: string;
	operation: string;
	method: string;
	parameters?: INodeParameters;
	params: IDataObject;
	/** Found in the first item. */
	first?: IDataObject;
}

const pick = (value: string | number): INodeParameters => ({ __rl: true, mode: 'id', value });

const list = (resource: string, method: string, first: IDataObject): ReadCase => ({
	resource,
	operation: 'getAll',
	method,
	params: { limit: 50 },
	first,
});

const byId = (
	resource: string,
	method: string,
	parameters: INodeParameters,
	id: number,
): ReadCase => ({
	resource,
	operation: 'get',
	method,
	parameters,
	params: { filter: { field: 'id', operator: '=', value: id } },
	first: { id },
});

/** Every operation that reads settings (fact sheet §B.9). */
export const READ_CASES: ReadCase[] = [
	list('campaign', 'get.campaigns', { name: 'No campaign' }),
	list('contact', 'get.contacts', { last_name: 'Petrova' }),
	list('contactGroup', 'get.group_contacts', { name: 'Regulars' }),
	list('employee', 'get.employees', { full_name: 'Orlova Anna' }),
	list('employeeGroup', 'get.group_employees', { name: 'Sales' }),
	list('mediaFile', 'get.media_files', {}),
	list('scenario', 'get.scenarios', { id: 401 }),
	list('schedule', 'get.schedules', { id: 601 }),
	list('site', 'get.sites', { domain_name: 'shop.example' }),
	list('tag', 'get.tags', { name: 'VIP' }),
	list('virtualNumber', 'get.virtual_numbers', { id: 501 }),
	byId('campaign', 'get.campaigns', { campaignId: pick('2001') }, 2001),
	byId('contact', 'get.contacts', { contactId: pick(302) }, 302),
	byId('contactGroup', 'get.group_contacts', { contactGroupId: pick(72) }, 72),
	byId('employee', 'get.employees', { employeeId: pick('42') }, 42),
	byId('employeeGroup', 'get.group_employees', { employeeGroupId: pick(52) }, 52),
	byId('mediaFile', 'get.media_files', { mediaFileId: pick(452) }, 452),
	byId('scenario', 'get.scenarios', { scenarioId: pick(402) }, 402),
	byId('schedule', 'get.schedules', { scheduleId: pick(601) }, 601),
	byId('site', 'get.sites', { siteId: pick(1002) }, 1002),
	byId('virtualNumber', 'get.virtual_numbers', { virtualNumberId: '501' }, 501),
	{
		resource: 'account',
		operation: 'get',
		method: 'get.account',
		params: {},
		first: { timezone: 'Europe/Moscow' },
	},
	{ resource: 'account', operation: 'getDetails', method: 'getobj.account', params: {} },
	{
		resource: 'site',
		operation: 'getBlocks',
		method: 'get.site_blocks',
		params: { limit: 50 },
	},
	{
		resource: 'virtualNumber',
		operation: 'getAvailable',
		method: 'get.available_virtual_numbers',
		params: { limit: 50 },
	},
	{
		resource: 'campaign',
		operation: 'getNumbers',
		method: 'get.campaign_available_phone_numbers',
		params: { limit: 50 },
	},
	{
		resource: 'campaign',
		operation: 'getRedirectionNumbers',
		method: 'get.campaign_available_redirection_phone_numbers',
		params: { limit: 50 },
	},
	{
		resource: 'campaign',
		operation: 'getWeights',
		method: 'get.campaign_parameter_weights',
		params: { limit: 50 },
	},
	{
		resource: 'contact',
		operation: 'getOrganizations',
		method: 'get.contact_organizations',
		params: { limit: 50 },
		first: { name: 'Romashka Ltd' },
	},
	{
		resource: 'employee',
		operation: 'getStatuses',
		method: 'get.statuses',
		parameters: { additionalParameters: { isDeleted: 'false' } },
		params: { limit: 50, is_deleted: false },
		first: { mnemonic: 'available' },
	},
	{
		resource: 'employee',
		operation: 'getStatistics',
		method: 'get.employee_stat',
		parameters: { dateFrom: '2026-11-01 00:00:00', dateTo: '2026-11-02' },
		params: { limit: 50, date_from: '2026-11-01 00:00:00', date_till: '2026-11-02 23:59:59' },
	},
	{
		resource: 'upload',
		operation: 'getUploadedCalls',
		method: 'get.uploaded_calls',
		parameters: {
			dateFrom: '2026-11-01 00:00:00',
			dateTo: '2026-11-02 12:00:00',
			additionalParameters: { reportId: '7' },
		},
		params: {
			limit: 50,
			date_from: '2026-11-01 00:00:00',
			date_till: '2026-11-02 12:00:00',
			report_id: 7,
		},
	},
];
