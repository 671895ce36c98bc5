/** Facts of chats and their messages. */
import { between, chance, pick } from './chance';
import { EVENT_AFTER_MS, type Traffic } from './traffic';
import { COMMUNICATION_BASE, visitAt, type Visit } from './visit';

export interface ChatFacts {
	id: number;
	communicationId: number;
	visit?: Visit;
	/** ms */
	at: number;
	status: string;
	initiator: string;
	channelType: string;
	employeeId: number | null;
	/** Seconds. */
	duration: number;
	answerTime: number | null;
	phone: string | null;
	messages: number;
	extId?: string | undefined;
	siteId?: number | null;
	campaignId?: number | null;
	visitorSessionId?: number | null;
}

export interface MessageFacts {
	id: number;
	chatId: number;
	/** ms */
	at: number;
	text: string;
	source: string;
	employeeId: number | null;
	visitorId: number | null;
}

export const CHAT_BASE = 400_000_000;
export const MESSAGE_BASE = 2_000_000_000;
export const MESSAGES_PER_CHAT = 4;

export function chatOf(traffic: Traffic, place: number): ChatFacts {
	const visit = visitAt(place, traffic.timeOf(place));
	const status = pick(['succeed', 'succeed', 'lost', 'refused'], place, 40);
	return {
		id: CHAT_BASE + place,
		communicationId: COMMUNICATION_BASE + place,
		visit,
		at: visit.at + EVENT_AFTER_MS,
		status,
		initiator: pick(['visitor', 'operator', 'autoinvite'], place, 41),
		channelType: 'comagic',
		employeeId: status === 'lost' ? null : pick([41, 42], place, 42),
		duration: between(place, 43, 60, 500),
		answerTime: status === 'lost' ? null : between(place, 44, 3, 50),
		phone: chance(place, 45) < 0.4 ? `7916${String(place).padStart(7, '0').slice(-7)}` : null,
		messages: MESSAGES_PER_CHAT,
	};
}

const TEXTS = ['Hello', 'Good day, how can we help?', 'What is the price?', 'We will call back.'];

/** The n-th message of a chat of the seed, from 0. */
export function messageOf(chat: ChatFacts, nth: number): MessageFacts {
	const isVisitor = nth % 2 === 0;
	return {
		id: MESSAGE_BASE + (chat.id - CHAT_BASE) * MESSAGES_PER_CHAT + nth,
		chatId: chat.id,
		at: chat.at + nth * 15_000,
		text: TEXTS[nth] ?? '…',
		source: isVisitor ? 'visitor' : 'operator',
		employeeId: isVisitor ? null : chat.employeeId,
		visitorId: chat.visit?.visitorId ?? null,
	};
}
