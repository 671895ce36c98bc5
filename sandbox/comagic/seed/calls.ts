/** Facts of one call: worked out from its visit, or kept when it was made since the seed. */
import { between, chance, hexName, pick } from './chance';
import { CALL_BASE, COMMUNICATION_BASE, visitAt, type Visit } from './visit';
import { EVENT_AFTER_MS, type Traffic } from './traffic';

export interface CallFacts {
	/** Call session id. */
	id: number;
	communicationId: number;
	/** Absent for calls without a visit to a site. */
	visit?: Visit;
	/** ms */
	at: number;
	direction: 'in' | 'out';
	isLost: boolean;
	source: string;
	/** Seconds. */
	wait: number;
	/** Seconds. */
	talk: number;
	contactPhone: string;
	virtualPhone: string;
	employeeId: number | null;
	operatorPhone: string;
	scenarioId: number | null;
	finishReason: string;
	/** Names of the recordings. */
	records: string[];
	voiceMails: string[];
	/** Tags of the seed. */
	tagIds: number[];
	isTransfer: boolean;
	externalId?: string | undefined;
	extId?: string | undefined;
	siteId?: number | null;
	campaignId?: number | null;
	visitorSessionId?: number | null;
}

const EMPLOYEES = [41, 42, 43, 44] as const;
const NUMBERS = ['74950000001', '74950000002', '74950000003'] as const;

export const operatorPhoneOf = (employeeId: number): string => `749577700${employeeId}`;

/** The call that came of a visit; each fact is worked out when it is read. */
export const callOf = (traffic: Traffic, place: number): CallFacts =>
	new SeededCall(traffic, place);

class SeededCall implements CallFacts {
	readonly at: number;

	constructor(
		traffic: Traffic,
		private readonly place: number,
	) {
		this.at = traffic.timeOf(place) + EVENT_AFTER_MS;
	}

	get id(): number {
		return CALL_BASE + this.place;
	}

	get communicationId(): number {
		return COMMUNICATION_BASE + this.place;
	}

	get visit(): Visit {
		return visitAt(this.place, this.at - EVENT_AFTER_MS);
	}

	get direction(): 'in' | 'out' {
		return chance(this.place, 20) < 0.75 ? 'in' : 'out';
	}

	get isLost(): boolean {
		return chance(this.place, 21) < 0.2;
	}

	get source(): string {
		if (this.direction === 'out') return 'sip';
		return pick(['va', 'call_tracking', 'dynamic_call_tracking'], this.place, 23);
	}

	get wait(): number {
		return between(this.place, 24, 2, 60);
	}

	get talk(): number {
		return this.isLost ? 0 : between(this.place, 25, 10, 400);
	}

	get contactPhone(): string {
		return `7915${String(between(this.place, 26, 1, 2000)).padStart(7, '0')}`;
	}

	get virtualPhone(): string {
		return pick(NUMBERS, this.place, 27);
	}

	get employeeId(): number | null {
		return this.isLost ? null : pick(EMPLOYEES, this.place, 22);
	}

	get operatorPhone(): string {
		return operatorPhoneOf(pick(EMPLOYEES, this.place, 22));
	}

	get scenarioId(): number | null {
		return this.direction === 'in' ? 401 : null;
	}

	get finishReason(): string {
		return this.isLost ? 'subscriber_disconnects' : 'operator_disconnects';
	}

	get records(): string[] {
		return this.isLost ? [] : recordsOf(this.place);
	}

	get voiceMails(): string[] {
		return this.isLost && chance(this.place, 28) < 0.2 ? [hexName(this.place, 29)] : [];
	}

	get tagIds(): number[] {
		return tagsOf(this.place);
	}

	get isTransfer(): boolean {
		return !this.isLost && chance(this.place, 33) < 0.15;
	}
}

// a transferred call has a recording of each talk
const recordsOf = (place: number): string[] =>
	chance(place, 33) < 0.15 ? [hexName(place, 30), hexName(place, 31)] : [hexName(place, 30)];

function tagsOf(place: number): number[] {
	const drawn = chance(place, 32);
	if (drawn < 0.1) return [101, 104];
	if (drawn < 0.3) return [104];
	return [];
}
