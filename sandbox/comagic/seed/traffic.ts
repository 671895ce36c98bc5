/**
 * The visits of the seed and what came of them: a call, a chat, a goal, a request or nothing.
 * Every fact is worked out from the number of the visit, so a million of them take no memory.
 */
import { chance } from './chance';

export type EventKind = 'call' | 'chat' | 'goal' | 'offline_message';

/** What comes of ten visits in a row. */
const PATTERN: ReadonlyArray<EventKind | undefined> = [
	'call',
	undefined,
	'goal',
	'call',
	'chat',
	undefined,
	'call',
	'offline_message',
	'call',
	undefined,
];

const DAY_MS = 86_400_000;
/** From the beginning of a visit to what came of it. */
export const EVENT_AFTER_MS = 45_000;
/** The last call must be over by now. */
const LAST_BEFORE_END_MS = 15 * 60_000;

/** A part of a sequence: from `from` up to, not including, `to`. */
export interface Span {
	from: number;
	to: number;
}

export interface Period {
	fromMs: number;
	/** Not included. */
	toMs: number;
}

/** Places in the pattern of a kind; `all` are the visits, `any` those with an event. */
export type Sequence = EventKind | 'any' | 'all';

export class Traffic {
	/** Number of visits. */
	readonly size: number;
	private readonly firstMs: number;
	private readonly stepMs: number;
	private readonly places = new Map<Sequence, number[]>();

	/**
	 * @param run.calls how many calls there are
	 * @param run.days how long before `now` (ms) the first visit was
	 */
	constructor(run: { calls: number; days: number; now: number }) {
		const all = PATTERN.map((_, index) => index);
		this.places.set('all', all);
		this.places.set(
			'any',
			all.filter((index) => PATTERN[index]),
		);
		for (const kind of ['call', 'chat', 'goal', 'offline_message'] as const) {
			this.places.set(
				kind,
				all.filter((index) => PATTERN[index] === kind),
			);
		}
		this.size = run.calls === 0 ? 0 : this.visitOf('call', run.calls - 1) + 1;
		this.firstMs = run.now - run.days * DAY_MS;
		this.stepMs = (run.days * DAY_MS - LAST_BEFORE_END_MS) / Math.max(1, this.size);
	}

	kindOf(visit: number): EventKind | undefined {
		return PATTERN[visit % PATTERN.length];
	}

	/** When a visit began, ms, on a full second; never before the visit in front of it. */
	timeOf(visit: number): number {
		const ms = this.firstMs + (visit + chance(visit, 1)) * this.stepMs;
		return Math.floor(ms / 1000) * 1000;
	}

	/** How many there are of a sequence. */
	count(sequence: Sequence): number {
		const places = this.placesOf(sequence);
		const rest = this.size % PATTERN.length;
		const full = Math.floor(this.size / PATTERN.length) * places.length;
		return full + places.filter((place) => place < rest).length;
	}

	/** The visit behind the n-th of a sequence. */
	visitOf(sequence: Sequence, nth: number): number {
		const places = this.placesOf(sequence);
		const block = Math.floor(nth / places.length);
		return block * PATTERN.length + (places[nth % places.length] ?? 0);
	}

	/** The part of a sequence whose visits (or events) lie in a period. */
	span(sequence: Sequence, period: Period | undefined): Span {
		const size = this.count(sequence);
		if (!period) return { from: 0, to: size };
		const after = sequence === 'all' ? 0 : EVENT_AFTER_MS;
		return {
			from: this.firstSince(sequence, period.fromMs - after, size),
			to: this.firstSince(sequence, period.toMs - after, size),
		};
	}

	private firstSince(sequence: Sequence, ms: number, size: number): number {
		let low = 0;
		let high = size;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.timeOf(this.visitOf(sequence, middle)) < ms) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private placesOf(sequence: Sequence): number[] {
		return this.places.get(sequence) ?? [];
	}
}
