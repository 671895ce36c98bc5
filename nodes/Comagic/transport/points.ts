import type { IDataObject } from 'n8n-workflow';

import { systemClock, type Clock } from '../../shared/clock';
import { onSharedAbort } from '../../shared/sharedAbort';

/** `metadata.limits` of an answer: `minute_remaining`, `day_reset` (seconds) … (fact sheet §B.3). */
export type PointLimits = IDataObject;

/** A budget is spent and comes back later than the caller wants to wait. */
export class PointsSpent extends Error {
	constructor(
		readonly period: 'day' | 'minute',
		/** Milliseconds from now until there are points again. */
		readonly waitMs: number,
	) {
		super(`The points of the ${period} are spent`);
		this.name = 'PointsSpent';
	}
}

/** What the service said of one budget, and when it starts anew (ms). */
interface Window {
	limit: number;
	remaining: number;
	resetAt: number;
	toldAt: number;
}

/** Requests under way at once for one credential (a production client's habit, fact sheet §B.3). */
export const MOST_AT_ONCE = 5;
/** Seconds are whole: a little later is certainly the next minute. */
const MARGIN_MS = 500;
const MINUTE_MS = 60_000;
/** A tariff may be changed before the day is over: ask again after an hour. */
const DAY_TRUST_MS = 3_600_000;
/** Answers of one window tell the same end, give or take a second. */
const SAME_WINDOW_MS = 2_000;
/** Later than this, a higher number is news: points of failed requests are given back. */
const OVERTAKING_MS = 10_000;

/**
 * The points of one credential at one API, shared by all nodes, workflows and dropdowns of this
 * process: waits for the minute, refuses when the day is spent, bounds what is under way.
 */
export class PointBudget {
	private minute: Window | null = null;
	private day: Window | null = null;
	private running = 0;
	/** Points of requests under way, which no answer has counted yet. */
	private reserved = 0;
	private readonly queue: Array<() => void> = [];
	private lastUse: number;

	constructor(private readonly clock: Clock) {
		this.lastUse = clock.now();
	}

	/** Nobody used it for so long, ms; 0 while requests are under way. */
	get idleMs(): number {
		return this.running + this.queue.length > 0 ? 0 : this.clock.now() - this.lastUse;
	}

	/**
	 * Waits for a place and for points; `leave` gives both back.
	 * @param weight points of the request
	 * @throws PointsSpent when they come back later than in `maxWaitMs`; the signal's reason
	 */
	async enter(weight: number, maxWaitMs: number, signal?: AbortSignal): Promise<void> {
		await this.takePlace(signal);
		try {
			await this.waitForPoints(weight, maxWaitMs, signal);
		} catch (reason) {
			this.givePlace();
			throw reason;
		}
	}

	/** @param limits what the answer says, null when it says nothing */
	leave(weight: number, limits: PointLimits | null): void {
		this.reserved -= weight;
		if (limits) this.note(limits);
		this.givePlace();
	}

	/** A refusal for lack of points: nobody else has to find that out. */
	spent(period: 'day' | 'minute', waitMs: number | null): void {
		const now = this.clock.now();
		const limit = this[period]?.limit ?? 0;
		const resetAt = now + (waitMs ?? (period === 'day' ? DAY_TRUST_MS : MINUTE_MS));
		this[period] = { limit, remaining: 0, resetAt, toldAt: now };
	}

	private async waitForPoints(
		weight: number,
		maxWaitMs: number,
		signal?: AbortSignal,
	): Promise<void> {
		let waited = 0;
		for (;;) {
			signal?.throwIfAborted();
			const now = this.clock.now();
			const { day, minute } = this;
			if (day && now < day.resetAt && now - day.toldAt < DAY_TRUST_MS && isShort(day, weight)) {
				throw new PointsSpent('day', day.resetAt - now);
			}
			const isOpen = !minute || now >= minute.resetAt;
			if (isOpen || !isShort(minute, weight + this.reserved, this.reserved === 0)) {
				// at once: the next caller looks before this promise is settled
				this.reserved += weight;
				return;
			}
			const wait = minute.resetAt - now;
			if (waited + wait > maxWaitMs) throw new PointsSpent('minute', wait);
			await this.clock.sleep(wait + MARGIN_MS, signal);
			waited += wait;
		}
	}

	private note(limits: PointLimits): void {
		const now = this.clock.now();
		this.minute = merged(this.minute, windowOf(limits, 'minute', now));
		this.day = merged(this.day, windowOf(limits, 'day', now));
	}

	private async takePlace(signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		if (this.running < MOST_AT_ONCE) {
			this.running += 1;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const start = () => {
				forget?.();
				resolve();
			};
			const forget = signal
				? onSharedAbort(signal, () => {
						const place = this.queue.indexOf(start);
						if (place < 0) return;
						this.queue.splice(place, 1);
						forget?.();
						reject(signal.reason as Error);
					})
				: null;
			this.queue.push(start);
		});
	}

	/** The next in the queue takes the place over. */
	private givePlace(): void {
		this.lastUse = this.clock.now();
		const next = this.queue.shift();
		if (next) next();
		else this.running -= 1;
	}
}

/** Answers overtake each other: of one window, shortly after one another, the lower number is right. */
function merged(known: Window | null, told: Window | null): Window | null {
	if (!known || !told) return told ?? known;
	const isSame = Math.abs(known.resetAt - told.resetAt) < SAME_WINDOW_MS;
	if (!isSame || told.toldAt - known.toldAt > OVERTAKING_MS) return told;
	return { ...told, remaining: Math.min(known.remaining, told.remaining) };
}

/** @param isFirst nothing is under way: a full budget is as good as it gets, however heavy the request */
function isShort({ limit, remaining }: Window, needed: number, isFirst = false): boolean {
	if (isFirst && remaining > 0 && remaining >= limit) return false;
	return remaining < needed;
}

function windowOf(limits: PointLimits, period: 'day' | 'minute', now: number): Window | null {
	const remaining = Number(limits[`${period}_remaining`] ?? NaN);
	const reset = Number(limits[`${period}_reset`] ?? NaN);
	if (!Number.isFinite(remaining) || !Number.isFinite(reset)) return null;
	const limit = Number(limits[`${period}_limit`] ?? remaining);
	return { limit, remaining, resetAt: now + reset * 1000, toldAt: now };
}

// Per clock, so that tests with clocks of their own share nothing.
const budgetsOf = new WeakMap<Clock, Map<string, PointBudget>>();

/**
 * The budget of a key, the same for the whole process; one that was idle for an hour is forgotten.
 * @param key tells credential, API and the user an agent acts for; no secret in clear
 */
export function budgetFor(key: string, clock: Clock = systemClock): PointBudget {
	const budgets = budgetsOf.get(clock) ?? new Map<string, PointBudget>();
	budgetsOf.set(clock, budgets);
	for (const [name, budget] of budgets) {
		if (budget.idleMs >= DAY_TRUST_MS) budgets.delete(name);
	}
	const budget = budgets.get(key) ?? new PointBudget(clock);
	budgets.set(key, budget);
	return budget;
}
