/** Visits, visitors and persons, chats, requests, raw calls, sales (§A.5). */
import { callingPhone, calledPhone } from '../data/callColumns';
import { callsOf, chatsOf, messagesOf, offlineMessagesOf, visitsOf } from '../data/reports';
import { visitOf } from '../data/uploadEntry';
import { toLocal } from '../localTime';
import { MARKETING, type Visit } from '../seed/visit';
import type { LegacyCall, LegacyEndpoint } from './call';
import { legacyPeriod } from './period';
import { accessDenied, missingParameter, notFound } from './problems';
import { communicationRecord } from './records';
import { each, hasTag, hasValues, isTrue } from './reports';

const PERSON_OFFSET = 1_000_000;

const chats: LegacyEndpoint = {
	needsCustomer: true,
	handle: (call) =>
		each(
			chatsOf(call.store, legacyPeriod(call.params)),
			(chat) => ({
				...communicationRecord(call, 'chat', chat),
				id: chat.id,
				status: chat.status,
				user_id: chat.employeeId,
				phone: chat.phone,
			}),
			(record) =>
				hasValues(record, call.params, ['site_id', 'ac_id', 'visitor_id', 'user_id']) &&
				hasTag(record, call.params),
		),
};

const messages: LegacyEndpoint = {
	required: ['chat_id'],
	handle: ({ store, params, resource, switches }) => {
		const { chatMessagePath } = switches;
		// the spelling that is switched off says what any unknown resource says
		if (chatMessagePath !== 'both' && chatMessagePath !== resource) throw notFound(resource);
		return each(
			messagesOf(store, undefined),
			({ id, at, text, source, chatId }) => ({
				id,
				chat_id: chatId,
				date_time: toLocal(at),
				text,
				source,
			}),
			(record) => hasValues(record, params, ['chat_id']),
		);
	},
};

const offlineMessages: LegacyEndpoint = {
	needsCustomer: true,
	handle: (call) =>
		each(
			offlineMessagesOf(call.store, legacyPeriod(call.params)),
			(one) => ({
				...communicationRecord(call, 'offline_message', one),
				id: one.id,
				message: one.text,
				name: one.name,
				phone: one.phone,
				email: one.email,
				status: one.status,
			}),
			(record) => hasValues(record, call.params, ['id', 'site_id', 'ac_id', 'visitor_id']),
		),
};

function findVisit(call: LegacyCall, matches: (visit: Visit) => boolean): Visit | undefined {
	const visits = visitsOf(call.store, undefined);
	for (let index = visits.length - 1; index >= 0; index -= 1) {
		const { visit } = visits.at(index);
		if (matches(visit)) return visit;
	}
	return undefined;
}

/** The path form answers campaigns as a JSON text. */
const visitor: LegacyEndpoint = {
	handle: (call) => {
		const wanted = call.id ?? call.params.visitor_id;
		if (wanted === undefined) throw missingParameter('visitor_id');
		const visit = findVisit(call, ({ visitorId }) => String(visitorId) === wanted);
		if (!visit) throw notFound('visitor');
		const { visitorId, campaignId } = visit;
		const record = { id: visitorId, person_id: visitorId + PERSON_OFFSET, name: null };
		if (call.id === undefined) return [record];
		const campaign = call.store.get('campaigns', campaignId);
		const acs = [
			{ id: campaignId, name: campaign?.name ?? null, state: 'active', is_removed: false },
		];
		return { ...record, acs: JSON.stringify(acs) };
	},
};

const personByVisitor: LegacyEndpoint = {
	required: ['id'],
	handle: (call) => {
		const visit = findVisit(call, ({ visitorId }) => String(visitorId) === call.params.id);
		if (!visit) throw notFound('visitor');
		return [{ id: visit.visitorId + PERSON_OFFSET }];
	},
};

const visitorsByPerson: LegacyEndpoint = {
	required: ['id'],
	handle: (call) => {
		const wanted = Number(call.params.id) - PERSON_OFFSET;
		if (!findVisit(call, ({ visitorId }) => visitorId === wanted)) throw notFound('person');
		return [{ id: wanted }];
	},
};

const sessionInfo: LegacyEndpoint = {
	required: ['session_id'],
	handle: ({ store, params }) => {
		const visit = visitOf(store, Number(params.session_id));
		if (!visit) throw notFound('session');
		const marketing = Object.entries(MARKETING).map(([name, column]): [string, unknown] => [
			name,
			column(visit),
		]);
		const shown: Record<string, unknown> = Object.fromEntries(marketing);
		return [{ ...shown, id: visit.id, session_start: toLocal(visit.at), ac_id: visit.campaignId }];
	},
};

const rawCalls = (direction: 'in' | 'out'): LegacyEndpoint => ({
	required: ['date_from', 'date_till'],
	handle: ({ store, params }) =>
		each(
			callsOf(store, legacyPeriod(params)),
			(call) => ({
				id: call.id,
				direction: call.direction,
				call_date: toLocal(call.at),
				numa: callingPhone(call),
				numb: calledPhone(call),
				duration: call.talk,
			}),
			(record) => record.direction === direction && hasValues(record, params, ['id']),
		).map(({ direction: _, ...record }) => record),
});

const sales: LegacyEndpoint = {
	required: ['site_id', 'date_from', 'date_till'],
	handle: ({ store, params }) =>
		[...store.sales].map(([key, sale]) => {
			const [type, id] = key.split(':');
			return {
				id: sale.id,
				object_type: type,
				object_id: Number(id),
				sale_date: sale.date_time,
				sale_cost: sale.transaction_value,
				only_first: isTrue(params.only_first),
			};
		}),
};

const tariffs: LegacyEndpoint = {
	handle: ({ kind }) => {
		if (kind !== 'agent') throw accessDenied();
		return [{ id: 11, name: 'Standard' }];
	},
};

export const visitorEndpoints: Readonly<Record<string, LegacyEndpoint>> = {
	chat: chats,
	chat_message: messages,
	chat_messages: messages,
	offline_message: offlineMessages,
	visitor,
	person_by_visitor: personByVisitor,
	visitors_by_person: visitorsByPerson,
	session_info: sessionInfo,
	get_cdr_in: rawCalls('in'),
	get_cdr_out: rawCalls('out'),
	advertising_sales: sales,
	agent_tp: tariffs,
};
