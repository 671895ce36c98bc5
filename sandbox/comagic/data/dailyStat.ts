/** get.campaign_daily_stat: visits and communications per day and campaign (§B.9). */
import { toLocal } from '../localTime';
import { notFound } from '../rpc/errors';
import type { EventKind } from '../seed/traffic';
import type { DataCall, Handlers } from './call';
import { nameOf } from './communicationColumns';
import { rowsOf } from './list';
import { periodOf } from './period';
import { answerRows, visitsOf } from './reports';

const COUNTS: Readonly<Record<EventKind, string>> = {
	call: 'calls_count',
	chat: 'chats_count',
	goal: 'goals_count',
	offline_message: 'offline_messages_count',
};

function dailyStat(call: DataCall) {
	const { store, params } = call;
	const site = store.get('sites', params.site_id);
	if (!site) throw notFound('site_id', params.site_id);
	const found = new Map<string, Record<string, unknown>>();
	const visits = visitsOf(store, periodOf(call));
	for (let index = 0; index < visits.length; index += 1) {
		const { visit, kind } = visits.at(index);
		if (visit.siteId !== site.id) continue;
		const date = toLocal(visit.at).slice(0, 10);
		const key = `${date} ${visit.campaignId}`;
		const row = found.get(key) ?? emptyRow(call, date, visit.campaignId);
		found.set(key, row);
		row.visits_count = Number(row.visits_count) + 1;
		if (kind) row[COUNTS[kind]] = Number(row[COUNTS[kind]]) + 1;
	}
	return answerRows(call, rowsOf([...found.values()]));
}

function emptyRow(
	{ store, params }: DataCall,
	date: string,
	campaignId: number,
): Record<string, unknown> {
	return {
		date,
		site_id: params.site_id,
		site_domain_name: store.get('sites', params.site_id)?.domain_name,
		campaign_id: campaignId,
		campaign_name: nameOf(store, 'campaigns', campaignId),
		engine: 'yandex.direct',
		cost_sum: '0.00',
		shows_count: 0,
		clicks_count: 0,
		visits_count: 0,
		calls_count: 0,
		chats_count: 0,
		goals_count: 0,
		offline_messages_count: 0,
		currency: 'RUB',
	};
}

export const statHandlers: Handlers = { 'get.campaign_daily_stat': dailyStat };
