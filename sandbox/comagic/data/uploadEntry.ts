/** What all uploads share: how many, when, and where they belong (§B.8). */
import { isRecord } from '../../kommo/guards';
import { fromLocal } from '../localTime';
import { missing, RpcError } from '../rpc/errors';
import { SESSION_BASE, visitAt, type Visit } from '../seed/visit';
import type { ComagicStore } from '../store';
import { textOf } from '../textOf';
import type { DataCall } from './call';
import { checkReference } from './references';

export type Entry = Record<string, unknown>;

const MAX_ROWS: Readonly<Record<string, number>> = {
	calls: 50,
	chats: 50,
	offline_messages: 50,
	sessions: 50,
	costs: 500,
	stats: 500,
};

/** @throws data_limit_exceeded */
export function entriesOf({ params }: DataCall, field: string): Entry[] {
	const list: unknown[] = Array.isArray(params[field]) ? params[field] : [];
	const max = MAX_ROWS[field] ?? 500;
	if (list.length > max) throw new RpcError('data_limit_exceeded', { field, value: list.length });
	return list.filter(isRecord);
}

/** ms of a time that has come. @throws invalid_date_time */
export function pastTime(call: DataCall, value: unknown, field: string): number {
	const ms = fromLocal(value);
	if (ms === undefined || ms > call.now) throw new RpcError('invalid_date_time', { field, value });
	return ms;
}

export interface Place {
	visit?: Visit;
	siteId: number | null;
	campaignId: number | null;
	visitorSessionId: number | null;
}

export function visitOf({ traffic }: ComagicStore, sessionId: unknown): Visit | undefined {
	const place = typeof sessionId === 'number' ? sessionId - SESSION_BASE : -1;
	const exists = place >= 0 && place < traffic.size;
	return exists ? visitAt(place, traffic.timeOf(place)) : undefined;
}

/**
 * Where an uploaded communication belongs: a session, a campaign or a site, consistent.
 * @param path of the entry, e.g. `chats`
 */
export function placeOf(call: DataCall, entry: Entry, path: string): Place {
	const { store } = call;
	const { visitor_session_id, campaign_id, site_id } = entry;
	const field = (name: string) => `${path}.${name}`;
	if (visitor_session_id === undefined && campaign_id === undefined && site_id === undefined) {
		throw missing(field('visitor_session_id'));
	}
	if (campaign_id === -1 && site_id === undefined) throw missing(field('site_id'));
	checkReference(store, 'sites', site_id, field('site_id'));
	checkReference(store, 'campaigns', campaign_id, field('campaign_id'));
	const visit = visitOf(store, visitor_session_id);
	if (visitor_session_id !== undefined && !visit) {
		const details = { field: field('visitor_session_id'), value: visitor_session_id };
		throw new RpcError('entity_not_found', details);
	}
	const owner = store.get('campaigns', campaign_id)?.site_id;
	const isOdd =
		campaign_id !== -1 && owner !== undefined && site_id !== undefined && owner !== site_id;
	if (isOdd) throw new RpcError('invalid_parameters_combination', { field: field('campaign_id') });
	return {
		...(visit ? { visit } : {}),
		siteId: numberOr(site_id ?? owner, visit?.siteId),
		campaignId: numberOr(campaign_id, visit?.campaignId),
		visitorSessionId: visit?.id ?? null,
	};
}

const numberOr = (value: unknown, other: number | undefined): number | null =>
	typeof value === 'number' ? value : (other ?? null);

export const orNull = (value: unknown): string | null => textOf(value) || null;
