/** The classic reports: which rows there are in a period, and their columns. */
import { callOf, type CallFacts } from '../seed/calls';
import {
	chatOf,
	messageOf,
	MESSAGES_PER_CHAT,
	type ChatFacts,
	type MessageFacts,
} from '../seed/chats';
import { offlineMessageOf, type OfflineMessageFacts } from '../seed/offlineMessages';
import { EVENT_AFTER_MS, type Period, type Sequence, type Traffic } from '../seed/traffic';
import { COMMUNICATION_BASE, visitAt } from '../seed/visit';
import { missing } from '../rpc/errors';
import type { ComagicStore } from '../store';
import type { DataCall, Handler, Handlers } from './call';
import { callColumns, legColumns, type LegFacts } from './callColumns';
import type { Columns, EventFacts } from './communicationColumns';
import {
	chatColumns,
	communicationReportColumns,
	goalColumns,
	messageColumns,
	offlineMessageColumns,
	visitColumns,
	type CommunicationFacts,
	type VisitFacts,
} from './eventColumns';
import { listRows, type Rows } from './list';
import { periodOf } from './period';

/** A sequence whose members are made when they are asked for. */
export interface Lazy<Facts> {
	length: number;
	at(index: number): Facts;
}

/** The seed's part of a period, then what was made since. */
function fromTraffic<Facts>(
	traffic: Traffic,
	sequence: Sequence,
	period: Period | undefined,
	make: (place: number) => Facts,
): Lazy<Facts> {
	const { from, to } = traffic.span(sequence, period);
	return { length: to - from, at: (index) => make(traffic.visitOf(sequence, from + index)) };
}

export function joined<Facts>(seeded: Lazy<Facts>, added: readonly Facts[]): Lazy<Facts> {
	return {
		length: seeded.length + added.length,
		at: (index) => added[index - seeded.length] ?? seeded.at(index),
	};
}

const inPeriod =
	(period: Period | undefined) =>
	({ at }: { at: number }): boolean =>
		!period || (at >= period.fromMs && at < period.toMs);

export function callsOf(store: ComagicStore, period: Period | undefined): Lazy<CallFacts> {
	const { traffic } = store;
	const seeded = fromTraffic(traffic, 'call', period, (place) => callOf(traffic, place));
	return joined(seeded, store.calls.filter(inPeriod(period)));
}

export function chatsOf(store: ComagicStore, period: Period | undefined): Lazy<ChatFacts> {
	const { traffic } = store;
	const seeded = fromTraffic(traffic, 'chat', period, (place) => chatOf(traffic, place));
	return joined(seeded, store.chats.filter(inPeriod(period)));
}

export function offlineMessagesOf(
	store: ComagicStore,
	period: Period | undefined,
): Lazy<OfflineMessageFacts> {
	const { traffic } = store;
	const seeded = fromTraffic(traffic, 'offline_message', period, (place) =>
		offlineMessageOf(traffic, place),
	);
	return joined(seeded, store.offlineMessages.filter(inPeriod(period)));
}

const eventAt = (traffic: Traffic, place: number): EventFacts => {
	const visit = visitAt(place, traffic.timeOf(place));
	return { communicationId: COMMUNICATION_BASE + place, visit, at: visit.at + EVENT_AFTER_MS };
};

export function goalsOf({ traffic }: ComagicStore, period: Period | undefined): Lazy<EventFacts> {
	return fromTraffic(traffic, 'goal', period, (place) => eventAt(traffic, place));
}

export function communicationsOf(
	store: ComagicStore,
	period: Period | undefined,
): Lazy<CommunicationFacts> {
	const { traffic } = store;
	const seeded = fromTraffic(traffic, 'any', period, (place): CommunicationFacts => {
		const kind = traffic.kindOf(place) ?? 'goal';
		if (kind !== 'call') return { ...eventAt(traffic, place), kind };
		const { communicationId, visit, at, tagIds, isLost } = callOf(traffic, place);
		return { communicationId, at, tagIds, isLost, kind, ...(visit ? { visit } : {}) };
	});
	const added = [
		...store.calls.map((call) => ({ ...call, kind: 'call' as const })),
		...store.chats.map((chat) => ({ ...chat, kind: 'chat' as const })),
		...store.offlineMessages.map((one) => ({ ...one, kind: 'offline_message' as const })),
	];
	return joined(seeded, added.filter(inPeriod(period)));
}

export function visitsOf({ traffic }: ComagicStore, period: Period | undefined): Lazy<VisitFacts> {
	return fromTraffic(traffic, 'all', period, (place) => ({
		visit: visitAt(place, traffic.timeOf(place)),
		kind: traffic.kindOf(place),
	}));
}

function legsOf(store: ComagicStore, period: Period | undefined): Lazy<LegFacts> {
	const calls = callsOf(store, period);
	return {
		length: calls.length * 2,
		at: (index) => ({ call: calls.at(index >> 1), isOperator: index % 2 === 1 }),
	};
}

/** Messages begin with their chat and end before the next minute is over. */
const CHAT_SPAN_MS = 60_000;

export function messagesOf(store: ComagicStore, period: Period | undefined): Lazy<MessageFacts> {
	const { traffic } = store;
	const wider = period && { ...period, fromMs: period.fromMs - CHAT_SPAN_MS };
	const chats = fromTraffic(traffic, 'chat', wider, (place) => chatOf(traffic, place));
	const isIn = inPeriod(period);
	const at = (index: number): MessageFacts =>
		messageOf(chats.at(Math.floor(index / MESSAGES_PER_CHAT)), index % MESSAGES_PER_CHAT);
	const found: number[] = [];
	for (let index = 0; index < chats.length * MESSAGES_PER_CHAT; index += 1) {
		if (isIn(at(index))) found.push(index);
	}
	const seeded: Lazy<MessageFacts> = {
		length: found.length,
		at: (index) => at(found[index] ?? 0),
	};
	return joined(seeded, store.messages.filter(isIn));
}

/** Columns that the facts of a row are read with. */
export function read<Facts>(lazy: Lazy<Facts>, columns: Columns<Facts>, store: ComagicStore): Rows {
	return {
		length: lazy.length,
		at: (index) => {
			const facts = lazy.at(index);
			return (field) => columns[field]?.(facts, store);
		},
	};
}

export const answerRows = (call: DataCall, rows: Rows) =>
	listRows(rows, call.spec, call.params, { overLimit: call.switches.overLimit });

const report =
	<Facts>(
		select: (store: ComagicStore, period: Period | undefined) => Lazy<Facts>,
		columns: Columns<Facts>,
	): Handler =>
	(call) =>
		answerRows(call, read(select(call.store, periodOf(call)), columns, call.store));

const callsReport: Handler = (call) => {
	const calls = callsOf(call.store, periodOf(call));
	const ongoing = call.params.include_ongoing_calls === true ? call.ongoing() : [];
	return answerRows(call, read(joined(calls, ongoing), callColumns(call.url), call.store));
};

/** By chats, by dates, or both (§B.8). */
const messagesReport: Handler = (call) => {
	const { chat_id, chat_ids, date_from, date_till } = call.params;
	const named: unknown[] = Array.isArray(chat_ids) ? chat_ids : [];
	const ids = chat_id === undefined ? named : [...named, chat_id];
	const hasDates = date_from !== undefined || date_till !== undefined;
	if (ids.length === 0 && !hasDates) throw missing('chat_id');
	if (hasDates && date_from === undefined) throw missing('date_from');
	if (hasDates && date_till === undefined) throw missing('date_till');
	const all = messagesOf(call.store, periodOf(call));
	const rows = ids.length === 0 ? all : filtered(all, ({ chatId }) => ids.includes(chatId));
	return answerRows(call, read(rows, messageColumns, call.store));
};

function filtered<Facts>(lazy: Lazy<Facts>, keep: (facts: Facts) => boolean): Lazy<Facts> {
	const found: Facts[] = [];
	for (let index = 0; index < lazy.length; index += 1) {
		const facts = lazy.at(index);
		if (keep(facts)) found.push(facts);
	}
	return joined({ length: 0, at: (index) => lazy.at(index) }, found);
}

export const reportHandlers: Handlers = {
	'get.calls_report': callsReport,
	'get.call_legs_report': report(legsOf, legColumns),
	'get.financial_call_legs_report': report(legsOf, legColumns),
	'get.communications_report': report(communicationsOf, communicationReportColumns),
	'get.goals_report': report(goalsOf, goalColumns),
	'get.chats_report': report(chatsOf, chatColumns),
	'get.offline_messages_report': report(offlineMessagesOf, offlineMessageColumns),
	'get.visitor_sessions_report': report(visitsOf, visitColumns),
	'get.chat_messages_report': messagesReport,
};
