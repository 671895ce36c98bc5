/** call, communication, goal, stat: what the reference client reads (§A.3). */
import { callsOf, communicationsOf, goalsOf, visitsOf, type Lazy } from '../data/reports';
import type { LegacyCall, LegacyEndpoint } from './call';
import { legacyPeriod } from './period';
import { callRecord, communicationRecord } from './records';

type Params = LegacyCall['params'];

export function each<Facts, Shown>(
	lazy: Lazy<Facts>,
	show: (facts: Facts) => Shown,
	keep: (shown: Shown, facts: Facts) => boolean,
): Shown[] {
	const found: Shown[] = [];
	for (let index = 0; index < lazy.length; index += 1) {
		const facts = lazy.at(index);
		const shown = show(facts);
		if (keep(shown, facts)) found.push(shown);
	}
	return found;
}

/** The reference client sends Python's words (§A.3). */
export const isTrue = (text: string | undefined): boolean =>
	text === 'true' || text === 'True' || text === '1';

/** Whether a record has the values of the named params; those not sent do not matter. */
export function hasValues(
	record: Record<string, unknown>,
	params: Params,
	names: readonly string[],
): boolean {
	return names.every((name) => {
		const wanted = params[name];
		return wanted === undefined || wanted === '' || String(record[name]) === wanted;
	});
}

export function hasTag({ tags }: Record<string, unknown>, { tag_id }: Params): boolean {
	if (tag_id === undefined || tag_id === '') return true;
	return Array.isArray(tags) && tags.map(String).includes(tag_id);
}

const calls: LegacyEndpoint = {
	required: ['date_from', 'date_till'],
	needsCustomer: true,
	handle: (call) => {
		const names = ['id', 'site_id', 'ac_id', 'visitor_id', 'direction', 'numa', 'numb'];
		const found = callsOf(call.store, legacyPeriod(call.params));
		return each(
			found,
			(facts) => callRecord(call, facts),
			(record) => hasValues(record, call.params, names) && hasTag(record, call.params),
		);
	},
};

const communications: LegacyEndpoint = {
	required: ['site_id', 'date_from', 'date_till'],
	needsCustomer: true,
	handle: (call) => {
		const { params } = call;
		return each(
			communicationsOf(call.store, legacyPeriod(params)),
			(facts) => ({ ...communicationRecord(call, facts.kind, facts), kind: facts.kind }),
			(record, facts) =>
				hasValues(record, params, ['site_id', 'ac_id', 'visitor_id']) &&
				hasTag(record, params) &&
				(isTrue(params.show_not_goal) || !isNotTargeted(record)) &&
				(!isTrue(params.only_first) || facts.visit === undefined || facts.visit.place % 3 === 0),
		).map(({ kind, ...record }) => ({ ...record, communication_type: kind }));
	},
};

/** Marked with the system tag "not targeted". */
const isNotTargeted = ({ tags }: Record<string, unknown>): boolean =>
	Array.isArray(tags) && tags.includes(103);

const goals: LegacyEndpoint = {
	required: ['site_id', 'date_from', 'date_till'],
	needsCustomer: true,
	handle: (call) =>
		each(
			goalsOf(call.store, legacyPeriod(call.params)),
			(facts) => ({ ...communicationRecord(call, 'goal', facts), name: 'Order sent' }),
			(record) =>
				hasValues(record, call.params, ['id', 'site_id', 'ac_id', 'visitor_id']) &&
				hasTag(record, call.params),
		),
};

const stat: LegacyEndpoint = {
	required: ['site_id', 'date_from', 'date_till'],
	needsCustomer: true,
	handle: (call) => {
		const { params, store } = call;
		const period = legacyPeriod(params);
		const isOurs = (one: { siteId: number; campaignId: number } | undefined): boolean =>
			one !== undefined &&
			hasValues({ site_id: one.siteId, ac_id: one.campaignId }, params, ['site_id', 'ac_id']);
		const visits = each(
			visitsOf(store, period),
			({ visit }) => visit,
			(visit) => isOurs(visit),
		);
		const events = each(
			communicationsOf(store, period),
			({ kind }) => kind,
			(_, { visit }) => isOurs(visit),
		);
		const count = (kind: string): number => events.filter((one) => one === kind).length;
		return [
			{
				site_id: Number(params.site_id),
				visits_count: visits.length,
				visitors_count: new Set(visits.map(({ visitorId }) => visitorId)).size,
				calls_count: count('call'),
				chats_count: count('chat'),
				goals_count: count('goal'),
				offline_messages_count: count('offline_message'),
				communications_count: events.length,
			},
		];
	},
};

export const reportEndpoints: Readonly<Record<string, LegacyEndpoint>> = {
	call: calls,
	communication: communications,
	goal: goals,
	stat,
};
