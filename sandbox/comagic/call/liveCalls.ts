/** Calls that are going on: what is started, changed, ended, and what then stands in the report. */
import { COMMUNICATION_BASE } from '../seed/visit';
import type { CallFacts } from '../seed/calls';
import { hexName } from '../seed/chance';
import { keyOf } from '../data/communicationColumns';
import { toLocal } from '../localTime';
import type { ComagicStore } from '../store';

/** Dialling, talking, contact on hold, dialling a third party meanwhile, talking to it. */
export type CallState = 'dialing' | 'talk' | 'held' | 'dialing2' | 'operator_talk';

/** Texts of §C.3. */
export const STATE_TEXTS: Readonly<Record<CallState, string>> = {
	dialing: 'Дозвон',
	talk: 'Разговор',
	held: 'На удержании',
	dialing2: 'Дозвон',
	operator_talk: 'Разговор операторов',
};

export interface LiveLeg {
	id: number;
	calling: string;
	called: string;
	isOperator: boolean;
	employeeId: number | null;
}

export interface LiveCall {
	id: number;
	direction: 'in' | 'out';
	source: string;
	/** ms */
	startedAt: number;
	/** When it is answered, ms. */
	answeredAt: number;
	/** When a third party that is dialled answers, ms. */
	thirdAnsweredAt: number;
	state: CallState;
	virtualPhone: string;
	contactPhone: string;
	externalId: string | undefined;
	employeeId: number | null;
	operatorPhone: string;
	scenarioId: number | null;
	legs: LiveLeg[];
	tagIds: number[];
	isRecorded: boolean;
	wasTransferred: boolean;
}

/** What a start method decides. */
export type CallPlan = Pick<
	LiveCall,
	| 'direction'
	| 'source'
	| 'virtualPhone'
	| 'contactPhone'
	| 'externalId'
	| 'employeeId'
	| 'operatorPhone'
	| 'scenarioId'
>;

/** Far above the ids of the seed. */
const ID_BASE = 390_000_000;
const COMMUNICATION_OFFSET = COMMUNICATION_BASE - 300_000_000;

export class LiveCalls {
	private readonly calls = new Map<number, LiveCall>();

	constructor(private readonly store: ComagicStore) {}

	start(plan: CallPlan, now: number, answerAfterMs: number): LiveCall {
		const id = this.store.next('call', ID_BASE);
		const call: LiveCall = {
			...plan,
			id,
			startedAt: now,
			answeredAt: now + answerAfterMs,
			thirdAnsweredAt: Infinity,
			state: 'dialing',
			legs: legsOf(plan, id),
			tagIds: [],
			isRecorded: true,
			wasTransferred: false,
		};
		this.calls.set(id, call);
		return call;
	}

	/** Those not over; whoever was to answer by `now` has answered. */
	all(now: number): LiveCall[] {
		const calls = [...this.calls.values()];
		for (const call of calls) {
			if (call.state === 'dialing' && call.answeredAt <= now) call.state = 'talk';
			if (call.state === 'dialing2' && call.thirdAnsweredAt <= now) call.state = 'operator_talk';
		}
		return calls;
	}

	get(id: unknown, now: number): LiveCall | undefined {
		return this.all(now).find((call) => call.id === id);
	}

	addLeg(call: LiveCall, called: string, employeeId: number | null): void {
		call.legs.push({
			id: call.id * 10 + call.legs.length + 1,
			calling: call.virtualPhone,
			called,
			isOperator: true,
			employeeId,
		});
	}

	/** Ends a call; from then on it stands in get.calls_report. */
	finish(call: LiveCall, now: number): void {
		this.calls.delete(call.id);
		const facts = this.factsOf(call, now);
		this.store.calls.push(facts);
		const tags = call.tagIds.map((tag_id) => ({ tag_id, tag_change_time: toLocal(now) }));
		this.store.tagLinks.set(keyOf('call', facts.communicationId), tags);
	}

	/** The call as a report shows it. */
	factsOf(call: LiveCall, now: number): CallFacts {
		const wasAnswered = call.state !== 'dialing';
		const talkMs = wasAnswered ? now - call.answeredAt : 0;
		return {
			id: call.id,
			communicationId: call.id + COMMUNICATION_OFFSET,
			at: call.startedAt,
			direction: call.direction,
			isLost: !wasAnswered,
			source: call.source,
			wait: seconds((wasAnswered ? call.answeredAt : now) - call.startedAt),
			talk: seconds(talkMs),
			contactPhone: call.contactPhone,
			virtualPhone: call.virtualPhone,
			employeeId: call.employeeId,
			operatorPhone: call.operatorPhone,
			scenarioId: call.scenarioId,
			finishReason: wasAnswered ? 'operator_disconnects' : 'no_operator_confirmation',
			records: wasAnswered && call.isRecorded ? [hexName(call.id, 30)] : [],
			voiceMails: [],
			tagIds: [],
			isTransfer: call.wasTransferred,
			externalId: call.externalId,
		};
	}
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1000));

function legsOf(plan: CallPlan, id: number): LiveLeg[] {
	const contact = { calling: plan.virtualPhone, called: plan.contactPhone };
	const operator = { calling: plan.virtualPhone, called: plan.operatorPhone };
	const legs = [{ id: id * 10 + 1, ...contact, isOperator: false, employeeId: null }];
	if (plan.operatorPhone === '') return legs;
	return [...legs, { id: id * 10 + 2, ...operator, isOperator: true, employeeId: plan.employeeId }];
}
