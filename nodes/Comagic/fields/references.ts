import type { INodeProperties } from 'n8n-workflow';

/** Records that a form lets the user pick. */
interface ReferenceKind {
	noun: string;
	/** Search method of locators. */
	search: string;
	/** Dropdown method of multi-selects. */
	load: string;
	/** Chosen by phone number instead of by id. */
	byNumber?: boolean;
}

const kind = (noun: string, plural: string): ReferenceKind => ({
	noun,
	search: `search${plural}`,
	load: `get${plural}`,
});

export const REFERENCES = {
	availableNumber: { ...kind('number', 'AvailableNumbers'), byNumber: true },
	campaign: kind('campaign', 'Campaigns'),
	contact: kind('contact', 'Contacts'),
	contactGroup: kind('contact group', 'ContactGroups'),
	customer: kind('customer', 'Customers'),
	customerUser: kind('user', 'CustomerUsers'),
	employee: kind('employee', 'Employees'),
	employeeGroup: kind('employee group', 'Groups'),
	mediaFile: kind('media file', 'MediaFiles'),
	organization: kind('organization', 'Organizations'),
	scenario: kind('scenario', 'Scenarios'),
	schedule: kind('schedule', 'Schedules'),
	site: kind('site', 'Sites'),
	siteBlock: kind('site block', 'SiteBlocks'),
	siteCategory: kind('category', 'SiteCategories'),
	tag: kind('tag', 'Tags'),
	tariffPlan: kind('tariff plan', 'TariffPlans'),
	virtualNumber: { ...kind('virtual number', 'VirtualNumbers'), byNumber: true },
} satisfies Record<string, ReferenceKind>;

export type ReferenceName = keyof typeof REFERENCES;

/** Which records a parameter is about, by its name in the API. */
export const PARAM_REFERENCES: Record<string, ReferenceName> = {
	campaign_id: 'campaign',
	contact_id: 'contact',
	customer_id: 'customer',
	default_scenario_id: 'scenario',
	employee_id: 'employee',
	industry_id: 'siteCategory',
	organization_id: 'organization',
	personal_manager_id: 'employee',
	schedule_id: 'schedule',
	site_id: 'site',
	tag_id: 'tag',
	tariff_plan_id: 'tariffPlan',
};

/** Lists of ids that can be picked, by method and parameter. */
export const LIST_REFERENCES: Record<string, ReferenceName> = {
	'create.contacts groups': 'contactGroup',
	'update.contacts groups': 'contactGroup',
	'create.employees groups': 'employeeGroup',
	'update.employees groups': 'employeeGroup',
	'create.group_employees members': 'employee',
	'update.group_employees members': 'employee',
	'set.communications_tags tag_ids': 'tag',
	'update.tags_communication tag_ids': 'tag',
};

/** From List (searchable) and By ID. */
export function referenceModes(name: ReferenceName): INodeProperties['modes'] {
	const { noun, search, byNumber: isNumber = false }: ReferenceKind = REFERENCES[name];
	return [
		// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- a mode has none
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: `Select a ${noun}…`,
			typeOptions: { searchListMethod: search, searchable: true },
		},
		// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- a mode has none
		{
			displayName: isNumber ? 'By Number' : 'By ID',
			name: 'id',
			type: 'string',
			placeholder: isNumber ? 'e.g. 74951234567' : 'e.g. 1234',
		},
	];
}
