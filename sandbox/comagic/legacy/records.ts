/** Records of the Session API, made from the same facts as the Data API's rows (§A.4). */
import type { EventFacts } from '../data/communicationColumns';
import { employeeName, nameOf, tagLinksOf } from '../data/communicationColumns';
import { calledPhone, callingPhone } from '../data/callColumns';
import { toLocal, withMilliseconds } from '../localTime';
import type { CallFacts } from '../seed/calls';
import type { EventKind } from '../seed/traffic';
import { MARKETING } from '../seed/visit';
import type { LegacyCall } from './call';

/** Names of the Session API and the columns behind them. */
const MARKETING_NAMES: Readonly<Record<string, string>> = {
	communication_number: 'communication_number',
	visitor_id: 'visitor_id',
	visitor_type: 'visitor_type',
	visits_count: 'visits_count',
	other_adv_contacts: 'visit_other_campaign',
	country: 'visitor_country',
	region: 'visitor_region',
	city: 'visitor_city',
	visitor_first_ac: 'visitor_first_campaign_id',
	search_engine: 'search_engine',
	search_query: 'search_query',
	page_url: 'communication_page_url',
	referrer_domain: 'referrer_domain',
	referrer: 'referrer',
	ua_client_id: 'ua_client_id',
	utm_campaign: 'utm_campaign',
	utm_content: 'utm_content',
	utm_medium: 'utm_medium',
	utm_source: 'utm_source',
	utm_term: 'utm_term',
	os_ad_id: 'openstat_ad',
	os_campaign_id: 'openstat_campaign',
	os_service_name: 'openstat_service',
	os_source_id: 'openstat_source',
	gclid: 'gclid',
	yclid: 'yclid',
	ef_id: 'ef_id',
};

const MARKETING_COLUMNS = Object.entries(MARKETING_NAMES).map(
	([name, column]) => [name, MARKETING[column]] as const,
);

/** Identity and marketing part of any communication. */
export function communicationRecord(
	call: LegacyCall,
	kind: EventKind,
	facts: EventFacts,
): Record<string, unknown> {
	const record = sharedRecord(call, kind, facts);
	record.id = facts.communicationId;
	record.communication_type = kind;
	record.date_time = toLocal(facts.at);
	return record;
}

/** One object, filled step by step: a hundred thousand of them are made for one answer. */
function sharedRecord(
	{ store }: LegacyCall,
	kind: EventKind,
	facts: EventFacts,
): Record<string, unknown> {
	const { visit } = facts;
	const sale = store.sales.get(`${kind}:${facts.communicationId}`);
	const record: Record<string, unknown> = {
		id: null,
		site_id: facts.siteId ?? visit?.siteId ?? null,
		ac_id: facts.campaignId ?? visit?.campaignId ?? null,
		session_id: visit?.id ?? null,
		session_start: visit ? toLocal(visit.at) : null,
		tags: tagLinksOf(store, kind, facts).map(({ tag_id }) => tag_id),
		sale_date: sale?.date_time ?? null,
		sale_cost: sale?.transaction_value ?? null,
	};
	for (const [name, column] of MARKETING_COLUMNS) {
		record[name] = visit ? (column?.(visit) ?? null) : null;
	}
	return record;
}

export function callRecord(call: LegacyCall, facts: CallFacts): Record<string, unknown> {
	const { store, switches, host } = call;
	const record = sharedRecord(call, 'call', facts);
	const { communicationId } = facts;
	return Object.assign(record, {
		id: facts.id,
		call_date: switches.callDateMilliseconds
			? withMilliseconds(facts.at).replace('T', ' ')
			: toLocal(facts.at),
		communication_type: 'call',
		status: facts.isLost ? 'lost' : 'normal',
		numa: callingPhone(facts),
		numb: calledPhone(facts),
		wait_time: facts.wait,
		duration: facts.talk,
		// protocol-relative, as the service has it
		file_link: facts.records.map(
			(name) => `//${host}/system/media/talk/${communicationId}/${name}/`,
		),
		operator_name: employeeName(store, facts.employeeId),
		coach_name: null,
		scenario_name: nameOf(store, 'scenarios', facts.scenarioId),
		is_transfer: facts.isTransfer,
		direction: facts.direction,
		last_query: record.search_query,
		is_visitor_by_numa: false,
	});
}
