import { pick, type WriteCase } from './writeCase';

/** Writes of sites, campaigns, numbers and schedules. */
export const SITES: WriteCase[] = [
	{
		resource: 'site',
		operation: 'create',
		method: 'create.sites',
		parameters: {
			domainName: 'new.example',
			defaultPhoneNumber: '74950001001',
			industryId: pick(12),
			additionalFields: {
				cookieLifetime: 30,
				salesEnabled: true,
				widgetLink: { entry: { enabled: 'true', text: 'Hi', url: 'https://new.example' } },
			},
		},
		params: {
			domain_name: 'new.example',
			default_phone_number: '74950001001',
			industry_id: 12,
			cookie_lifetime: 30,
			sales_enabled: true,
			widget_link: { enabled: true, text: 'Hi', url: 'https://new.example' },
		},
	},
	{
		resource: 'site',
		operation: 'delete',
		method: 'delete.sites',
		setup: (store) => store.put('sites', { id: 1009, domain_name: 'old.example' }),
		parameters: { siteId: pick(1009) },
		params: { id: 1009 },
	},
	{
		resource: 'site',
		operation: 'createBlock',
		method: 'create.site_blocks',
		parameters: { siteId: pick(1001), name: 'Header' },
		params: { site_id: 1001, name: 'Header' },
	},
	{
		resource: 'site',
		operation: 'updateBlock',
		method: 'update.site_blocks',
		parameters: { siteBlockId: pick(1101), updateFields: { name: 'Footer' } },
		params: { id: 1101, name: 'Footer' },
	},
	{
		resource: 'site',
		operation: 'deleteBlock',
		method: 'delete.site_blocks',
		parameters: { siteBlockId: pick(1101) },
		params: { id: 1101 },
	},
	{
		resource: 'campaign',
		operation: 'create',
		method: 'create.campaigns',
		parameters: {
			name: 'Autumn',
			siteId: pick('1001'),
			additionalFields: {
				status: 'active',
				description: 'Leaves',
				campaignConditions:
					'{"group_conditions":[{"conditions":[{"type":"include","campaign_parameter":"utm_source","operator":"=","value":"mail"}]}]}',
			},
		},
		params: {
			name: 'Autumn',
			site_id: 1001,
			status: 'active',
			description: 'Leaves',
			campaign_conditions: {
				group_conditions: [
					{
						conditions: [
							{
								type: 'include',
								campaign_parameter: 'utm_source',
								operator: '=',
								value: 'mail',
							},
						],
					},
				],
			},
		},
	},
	{
		resource: 'campaign',
		operation: 'update',
		method: 'update.campaigns',
		parameters: {
			campaignId: pick(2002),
			updateFields: { name: 'Social', siteId: pick(1001) },
		},
		params: { id: 2002, name: 'Social', site_id: 1001 },
	},
	{
		resource: 'campaign',
		operation: 'delete',
		method: 'delete.campaigns',
		parameters: { campaignId: pick(2004) },
		params: { id: 2004 },
	},
	{
		resource: 'campaign',
		operation: 'updateWeights',
		method: 'update.campaign_parameter_weights',
		parameters: { siteId: pick(1001), additionalFields: { channel: '40', utmTags: 60 } },
		params: { site_id: 1001, channel: 40, utm_tags: 60 },
	},
	{
		resource: 'virtualNumber',
		operation: 'enable',
		method: 'enable.virtual_numbers',
		parameters: { virtualPhoneNumber: pick('74950000011') },
		params: { virtual_phone_number: '74950000011' },
		item: { virtual_phone_number: '74950000011', success: true },
	},
	{
		resource: 'virtualNumber',
		operation: 'disable',
		method: 'disable.virtual_numbers',
		parameters: { virtualPhoneNumber: pick('74950000003') },
		params: { virtual_phone_number: '74950000003' },
	},
	{
		resource: 'schedule',
		operation: 'create',
		method: 'create.schedules',
		parameters: {
			name: 'Days',
			schedules: [
				{
					activity_days: { type: 'days_of_week', days: [1, 2] },
					activity_time: [{ time_from: '09:00', time_till: '18:00' }],
					activity_date_from: '2026-12-01T00:00:00',
				},
			],
		},
		params: {
			name: 'Days',
			schedules: [
				{
					activity_days: { type: 'days_of_week', days: [1, 2] },
					activity_time: [{ time_from: '09:00', time_till: '18:00' }],
					activity_date_from: '2026-12-01',
				},
			],
		},
	},
	{
		resource: 'schedule',
		operation: 'update',
		method: 'update.schedules',
		parameters: { scheduleId: pick(601), updateFields: { name: 'Office' } },
		params: { id: 601, name: 'Office' },
	},
	{
		resource: 'schedule',
		operation: 'delete',
		method: 'delete.schedules',
		setup: (store) => store.put('schedules', { id: 602, name: 'Old', schedules: [] }),
		parameters: { scheduleId: pick(602) },
		params: { id: 602 },
	},
];
