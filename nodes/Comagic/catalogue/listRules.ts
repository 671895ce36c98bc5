/** How the answers of a list may be put together from several requests. */
export interface ListRules {
	/** Properties that together tell rows apart; none: every row counts. */
	key: string[];
	/** The property with the time that the range is about; null: not known. */
	time: string | null;
	/** Longest range in days (fact sheet §B.4); null: no range. */
	maxDays: number | null;
	/** Rows are sums over the whole range: parts of it cannot be added up. */
	isAggregate: boolean;
}

/** Three months, from February on the shortest: 89 days; at 90 a client was refused (§B.4 [PROD]). */
const QUARTER = 89;
/** Sums cannot be split, so that the service decides between 90 and 92 days. */
const LONGEST_QUARTER = 92;

const rows = (key: string[], time: string | null, maxDays = QUARTER): ListRules => ({
	key,
	time,
	maxDays,
	isAggregate: false,
});

const sums = (maxDays = LONGEST_QUARTER): ListRules => ({
	key: [],
	time: null,
	maxDays,
	isAggregate: true,
});

/** Ids of communications are unique within their type only: methods always name both (§B.9). */
const COMMUNICATION = ['communication_type', 'id'];

/** Lists over a range of dates (§B.9). */
const RANGES: Record<string, ListRules> = {
	'get.calls_report': rows(['id'], 'start_time'),
	'get.call_legs_report': rows(['id'], 'start_time'),
	'get.communications_report': rows(COMMUNICATION, 'date_time'),
	// `id` may be the goal's own: one goal is reached many times
	'get.goals_report': rows(['communication_id', 'id', 'date_time'], 'date_time'),
	'get.chats_report': rows(['id'], 'date_time'),
	// 30 days (§B.8)
	'get.chat_messages_report': rows(['chat_id', 'id'], 'date_time', 29),
	'get.offline_messages_report': rows(['id'], 'date_time'),
	'get.visitor_sessions_report': rows(['id'], 'date_time'),
	// one leg may be charged more than once
	'get.financial_call_legs_report': rows(
		['call_session_id', 'leg_id', 'start_time', 'total_charge'],
		'start_time',
	),
	'get.uploaded_calls': rows(['ext_id', 'call_session_id', 'upload_time'], 'start_time'),
	'get.campaign_daily_stat': sums(90),
	'get.employee_stat': sums(),
	'get.ct_summary_report': sums(),
	'get.ct_ac_summary_report': sums(),
};

const PLAIN: ListRules = { key: [], time: null, maxDays: null, isAggregate: false };

/** Settings lists whose `id` is the record's own (§B.9). */
const BY_ID = new Set([
	'get.tags',
	'get.contacts',
	'get.group_contacts',
	'get.contact_organizations',
	'get.employees',
	'get.group_employees',
	'get.sites',
	'get.site_blocks',
	'get.campaigns',
	'get.virtual_numbers',
	'get.customers',
	'get.customer_users',
	'get.scenarios',
	'get.schedules',
	'get.media_files',
]);

/** The rules of a method; without any known ones its pages are joined as they come. */
export function listRules(method: string): ListRules {
	const known = RANGES[method];
	if (known) return known;
	return BY_ID.has(method) ? { ...PLAIN, key: ['id'] } : PLAIN;
}
