import { SITES } from './siteCases';
import { pick, type WriteCase } from './writeCase';

export { pick } from './writeCase';

/** Writes of tags and of what they are put on; ids are given as expressions give them. */
const TAGS: WriteCase[] = [
	{
		resource: 'tag',
		operation: 'create',
		method: 'create.tags',
		parameters: { name: 'New' },
		params: { name: 'New' },
		item: { name: 'New' },
	},
	{
		resource: 'tag',
		operation: 'update',
		method: 'update.tags',
		parameters: { tagId: pick('101'), updateFields: { name: 'VIP 2' } },
		params: { id: 101, name: 'VIP 2' },
		item: { id: 101, name: 'VIP 2' },
	},
	{
		resource: 'tag',
		operation: 'delete',
		method: 'delete.tags',
		parameters: { tagId: pick(104) },
		params: { id: 104 },
		item: { id: 104, success: true },
	},
];

const PEOPLE: WriteCase[] = [
	{
		resource: 'contact',
		operation: 'create',
		method: 'create.contacts',
		parameters: {
			lastName: 'Stone',
			phoneNumbers: '79150001122, 79150001123',
			additionalFields: {
				emails: 'a@mail.example',
				firstName: 'Ada',
				groups: ['71', 72],
				organizationId: pick('801'),
				personalManagerId: pick(42),
			},
		},
		params: {
			last_name: 'Stone',
			phone_numbers: ['79150001122', '79150001123'],
			emails: ['a@mail.example'],
			first_name: 'Ada',
			groups: [71, 72],
			organization_id: 801,
			personal_manager_id: 42,
		},
	},
	{
		resource: 'contact',
		operation: 'update',
		method: 'update.contacts',
		parameters: {
			contactId: pick(301),
			updateFields: { lastName: 'Orlova', phoneNumbers: ['79150000001'] },
			emptyFields: ['patronymic', 'organization_id'],
		},
		params: {
			id: 301,
			last_name: 'Orlova',
			phone_numbers: ['79150000001'],
			patronymic: null,
			organization_id: null,
		},
	},
	{
		resource: 'contact',
		operation: 'delete',
		method: 'delete.contacts',
		parameters: { contactId: pick(303) },
		params: { id: 303 },
	},
	{
		resource: 'contactGroup',
		operation: 'create',
		method: 'create.group_contacts',
		parameters: { name: 'Guests', additionalFields: { members: '301,302' } },
		params: { name: 'Guests', members: [301, 302] },
	},
	{
		resource: 'contactGroup',
		operation: 'update',
		method: 'update.group_contacts',
		parameters: { contactGroupId: pick(71), updateFields: { name: 'Friends' } },
		params: { id: 71, name: 'Friends' },
	},
	{
		resource: 'contactGroup',
		operation: 'delete',
		method: 'delete.group_contacts',
		parameters: { contactGroupId: pick(72) },
		params: { id: 72 },
	},
	{
		resource: 'employee',
		operation: 'create',
		method: 'create.employees',
		parameters: {
			lastName: 'Novak',
			additionalFields: {
				firstName: 'Jana',
				allowedInCallTypes: ['internal', 'external'],
				callRecording: 'all',
				callsAvailable: 'true',
				coach: { entry: { coach_id: '41', coach_always_enabled: 'false' } },
				extension: { entry: { extension_phone_number: '777', extension_queue_enabled: '' } },
				groups: [51],
				phoneNumbers: {
					entry: [{ phone_number: '74957770099', channels_count: '2', dial_time: '', status: '' }],
				},
				scheduleId: pick('601'),
			},
		},
		params: {
			last_name: 'Novak',
			first_name: 'Jana',
			allowed_in_call_types: ['internal', 'external'],
			call_recording: 'all',
			calls_available: true,
			coach: { coach_id: 41, coach_always_enabled: false },
			extension: { extension_phone_number: '777' },
			groups: [51],
			phone_numbers: [{ phone_number: '74957770099', channels_count: 2 }],
			schedule_id: 601,
		},
	},
	{
		resource: 'employee',
		operation: 'delete',
		method: 'delete.employees',
		parameters: { employeeId: pick(44) },
		params: { id: 44 },
	},
	{
		resource: 'employeeGroup',
		operation: 'create',
		method: 'create.group_employees',
		parameters: {
			name: 'Night',
			additionalFields: { members: [41, '42'], channelsCount: '3', queueEnabled: true },
		},
		params: { name: 'Night', members: [41, 42], channels_count: 3, queue_enabled: true },
	},
	{
		resource: 'employeeGroup',
		operation: 'delete',
		method: 'delete.group_employees',
		parameters: { employeeGroupId: pick(52) },
		params: { id: 52 },
	},
	{
		resource: 'employeeGroup',
		operation: 'updateNumbers',
		method: 'update.group_employees_numbers',
		parameters: {
			id: pick(51),
			phoneNumbers: {
				entry: [
					{ employee_phone_number_id: '410', available: 'true' },
					{ employee_phone_number_id: '420', available: 'false' },
				],
			},
		},
		params: {
			id: 51,
			phone_numbers: [
				{ employee_phone_number_id: 410, available: true },
				{ employee_phone_number_id: 420, available: false },
			],
		},
	},
];

const emails = 'boss@mail.example';

const CUSTOMERS: WriteCase[] = [
	{
		resource: 'customer',
		operation: 'create',
		method: 'create.customers',
		access: 'agencyToken',
		parameters: {
			name: 'Roof Ltd',
			tariffPlanId: pick(11),
			email: emails,
			password: 'long enough',
			monthlyBaseNotifyEmails: emails,
			monthlyCallsNotifyEmails: emails,
			dailyCallsNotifyEmails: emails,
			additionalFields: { dailyCallsLimit: '100' },
		},
		params: {
			name: 'Roof Ltd',
			tariff_plan_id: 11,
			email: emails,
			// as the sandbox's log keeps it
			password: '…ough',
			monthly_base_notify_emails: [emails],
			monthly_calls_notify_emails: [emails],
			daily_calls_notify_emails: [emails],
			daily_calls_limit: 100,
		},
	},
	{
		resource: 'customer',
		operation: 'updateStatus',
		method: 'update.customer_status',
		access: 'agencyToken',
		parameters: { customerId: pick('5001'), status: 'manual_lock' },
		params: { customer_id: 5001, status: 'manual_lock' },
	},
	{
		resource: 'customer',
		operation: 'updateTariffPlan',
		method: 'update.customer_tariff_plans',
		access: 'agencyToken',
		parameters: { customerId: pick('5001'), tariffPlanId: pick(12) },
		params: { customer_id: 5001, tariff_plan_id: 12 },
	},
];

/** Every operation that writes settings (fact sheet §B.9). */
export const WRITE_CASES: WriteCase[] = [...TAGS, ...PEOPLE, ...SITES, ...CUSTOMERS];
