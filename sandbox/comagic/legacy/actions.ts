/** What the Session API does on POST: tags, sales, sites, campaigns, numbers, calls (§A.5). */
import { keyOf, tagLinksOf, type EventFacts } from '../data/communicationColumns';
import { findCommunication } from '../data/findCommunication';
import { fromLocal, toLocal } from '../localTime';
import { CHAT_BASE } from '../seed/chats';
import { OFFLINE_BASE } from '../seed/offlineMessages';
import type { EventKind } from '../seed/traffic';
import { CALL_BASE, COMMUNICATION_BASE } from '../seed/visit';
import type { ComagicStore } from '../store';
import type { LegacyCall, LegacyEndpoint } from './call';
import { accessDenied, missingParameter, notFound, wrongParameter } from './problems';

const KINDS: readonly EventKind[] = ['call', 'chat', 'goal', 'offline_message'];
const SALE_TAG = 102;

function objectOf({ store, params }: LegacyCall): { kind: EventKind; facts: EventFacts } {
	const kind = KINDS.find((known) => known === params.object_type);
	if (!kind) throw wrongParameter('object_type');
	const id = Number(params.object_id);
	const facts =
		findCommunication(store, kind, { id }) ??
		findCommunication(store, kind, { id: communicationIdOf(store, kind, id) });
	if (!facts) throw notFound('object');
	return { kind, facts };
}

/** Whose id an object has is in no source: the one of its own list names it as well (§A.5). */
function communicationIdOf(store: ComagicStore, kind: EventKind, id: number): number | undefined {
	const { calls, chats, offlineMessages, traffic } = store;
	const added = { call: calls, chat: chats, offline_message: offlineMessages, goal: [] };
	const own: ReadonlyArray<{ id: number; communicationId: number }> = added[kind];
	const found = own.find((one) => one.id === id);
	if (found) return found.communicationId;
	const bases = { call: CALL_BASE, chat: CHAT_BASE, offline_message: OFFLINE_BASE, goal: NaN };
	const place = id - bases[kind];
	return place >= 0 && place < traffic.size ? COMMUNICATION_BASE + place : undefined;
}

function tagged(call: LegacyCall, change: 'add' | 'remove', tagId: number): unknown {
	const { store, now } = call;
	if (!store.get('tags', tagId)) throw notFound('mark');
	const { kind, facts } = objectOf(call);
	const others = tagLinksOf(store, kind, facts).filter(({ tag_id }) => tag_id !== tagId);
	const added = { tag_id: tagId, tag_change_time: toLocal(now) };
	const links = change === 'add' ? [...others, added] : others;
	store.tagLinks.set(keyOf(kind, facts.communicationId), links);
	if (tagId === SALE_TAG) store.sales.delete(keyOf(kind, facts.communicationId));
	return [];
}

const tagging = (change: 'add' | 'remove'): LegacyEndpoint => ({
	required: ['object_id', 'object_type', 'mark_id'],
	needsCustomer: true,
	handle: (call) => tagged(call, change, Number(call.params.mark_id)),
});

const sale: LegacyEndpoint = {
	required: ['object_id', 'object_type', 'cost', 'date_time'],
	handle: (call) => {
		const { store, params } = call;
		const { kind, facts } = objectOf(call);
		const at = fromLocal(params.date_time);
		if (at === undefined) throw wrongParameter('date_time');
		tagged(call, 'add', SALE_TAG);
		store.sales.set(keyOf(kind, facts.communicationId), {
			id: store.next('sale'),
			date_time: toLocal(at),
			transaction_value: Number(params.cost),
			comment: null,
		});
		return [];
	},
};

const createSite: LegacyEndpoint = {
	required: ['domain', 'user_phone'],
	handle: ({ store, params }) => {
		const id = store.next('sites');
		store.put('sites', {
			id,
			domain_name: params.domain,
			default_phone_number: params.user_phone,
			target_call_min_duration: Number(params.target_call_min_duration ?? 30),
			sales_enabled: false,
		});
		return { id };
	},
};

const createCampaign: LegacyEndpoint = {
	required: ['site_id', 'name'],
	handle: ({ store, params }) => {
		const site = store.get('sites', params.site_id);
		if (!site) throw notFound('site');
		const id = store.next('campaigns');
		const basic = { status: 'active', type: 'basic' };
		store.put('campaigns', { id, site_id: site.id, name: params.name, ...basic });
		return { id };
	},
};

/** Accepted, with the id of something new; nothing reads it back. */
const accepted = (sequence: string, ...required: string[]): LegacyEndpoint => ({
	required,
	handle: ({ store }) => ({ id: store.next(sequence) }),
});

const forAgents = (endpoint: LegacyEndpoint): LegacyEndpoint => ({
	...endpoint,
	handle: (call) => {
		if (call.kind !== 'agent') throw accessDenied();
		return endpoint.handle(call);
	},
});

const done: LegacyEndpoint = { handle: () => [] };

const startCall: LegacyEndpoint = {
	required: ['comagic_phone', 'user_phone'],
	handle: ({ store, params }) => {
		const numbers = store.all('virtualNumbers');
		const own = numbers.find((row) => row.virtual_phone_number === params.comagic_phone);
		if (!own) throw notFound('comagic_phone');
		return { id: store.next('dialing') };
	},
};

const removeCondition: LegacyEndpoint = {
	handle: ({ params }) => {
		if ((params.id ?? params.ac_condition_id) === undefined) throw missingParameter('id');
		return [];
	},
};

export const actionEndpoints: Readonly<Record<string, LegacyEndpoint>> = {
	tag_communication: tagging('add'),
	tag_communicatiom: tagging('add'),
	untag_communication: tagging('remove'),
	tag_communication_sale: sale,
	create_site: createSite,
	create_ac: createCampaign,
	create_ac_condition_group: accepted('acConditionGroup'),
	create_ac_condition: accepted('acCondition', 'ac_parameter', 'ac_operator', 'value'),
	delete_ac_condition: removeCondition,
	buy_number: accepted('boughtNumber', 'region'),
	create_dialing_operation: startCall,
	create_numa_list: accepted('numaList'),
	add_number_to_numa_list: done,
	remove_number_from_numa_list: done,
	create_agent_customer: forAgents(accepted('agentCustomer')),
	activate_agent_customer: forAgents(done),
};
