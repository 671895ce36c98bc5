import { acquireAll } from './acquireAll';
import { AdaptivePace } from './adaptivePace';
import type { Clock } from './clock';
import { LimiterTicket } from './limiterTicket';
import { onSharedAbort } from './sharedAbort';

// 1000 ms as the server counts + 50 (first start late) + 50 (eighth early) + 10 for clocks in whole ms
const WINDOW_MS = 1_110;
// A server that asks for days must not shut the host off until a restart: ask again after an hour.
const LONGEST_PAUSE_MS = 3_600_000;
const LATENCY_WEIGHT = 0.2;
// Turns of the event loop from the grant of a start until the request is on its way.
const TURNS_UNTIL_SENT = 5;
// Before the first answer: what a batch of 50 takes, so that a short run is not slowed down.
const FIRST_LATENCY_MS = 500;
// A short run of four requests then takes one round trip instead of two.
const FEWEST_IN_FLIGHT = 4;
const MOST_IN_FLIGHT = 8;

/** A start within the rate is farther away than the caller wants to wait. */
export class RateLimitWait extends Error {
	constructor(
		/** Milliseconds from now until the caller could start. */
		readonly waitMs: number,
	) {
		super(`The next request is possible in ${Math.ceil(waitMs / 1000)} s`);
		this.name = 'RateLimitWait';
	}
}

export interface WaitOptions {
	/** Leaves the queue when aborted; the promise rejects with the signal's reason. */
	signal?: AbortSignal;
	/** Longest wait in ms; unlimited when absent. */
	maxWaitMs?: number;
}

/** When a request was sent, ms; an object of its own, because it may turn out later. */
interface Start {
	at: number;
}

/** The first place of a limiter's queue, held until `start` or `release`. */
export interface LimiterTurn {
	/** Whether the request may start now. */
	open(): boolean;
	/** Waits until it may start; rejects with RateLimitWait or the signal's reason. */
	untilOpen(): Promise<void>;
	/** Counts the start and lets the next caller in. */
	start(): void;
	/** Gives the place up without a start; without effect after `start`. */
	release(): void;
}

/**
 * Sliding window over request starts, first come first served, for one account host (or one IP).
 * All starts count for all callers; how many fit into the window is each caller's own ceiling.
 * Source: fact sheet §2.1 (7 a second, 429 with `retry_after`).
 */
export class RateLimiter {
	private readonly windowMs: number;
	private readonly queue: LimiterTicket[] = [];
	private readonly pace = new AdaptivePace();
	/** The last starts, newest last. */
	private starts: Start[] = [];
	private startsKept = 1;
	private pausedUntil: number;
	private lastNow: number;
	private latencyMs = 0;

	constructor(
		private readonly clock: Clock,
		options: { windowMs?: number } = {},
	) {
		this.windowMs = options.windowMs ?? WINDOW_MS;
		this.lastNow = clock.now();
		this.pausedUntil = this.lastNow;
	}

	/**
	 * Waits for a turn and counts the start.
	 * @param perSecond the caller's ceiling, above 0, may be a fraction
	 * @throws RateLimitWait as soon as it is known that the wait exceeds `maxWaitMs`
	 * @throws the signal's reason when aborted, RangeError for a ceiling that is not above 0
	 */
	async acquire(perSecond: number, options: WaitOptions = {}): Promise<void> {
		await acquireAll([{ limiter: this, perSecond }], { ...options, clock: this.clock });
	}

	/** Like `acquire`, but the start is counted only when the holder says so: see `acquireAll`. */
	async reserve(perSecond: number, options: WaitOptions = {}): Promise<LimiterTurn> {
		if (!(perSecond > 0 && Number.isFinite(perSecond))) {
			throw new RangeError('The number of requests per second must be above 0');
		}
		const { signal, maxWaitMs = Infinity } = options;
		signal?.throwIfAborted();
		this.startsKept = Math.max(this.startsKept, Math.ceil(perSecond));
		const ticket = new LimiterTicket(perSecond, this.now() + maxWaitMs);
		if (signal) {
			const forget = onSharedAbort(signal, () => this.leave(ticket, signal.reason));
			ticket.signal.addEventListener('abort', forget, { once: true });
		}
		this.enter(ticket);
		try {
			await ticket.called;
			await this.untilOpen(ticket);
		} catch (reason) {
			this.leave(ticket, reason);
			throw reason;
		}
		return this.turnOf(ticket);
	}

	/** Counts a start that asked nobody, such as the host's own repetition after a 401. */
	countStart(): void {
		this.noteStart();
	}

	/**
	 * The server said 429: nobody starts before now + `waitMs` (one hour at
	 * most), the rate is halved and recovers
	 * slowly. Callers whose wait becomes too long by it are refused at once.
	 * @param startedAt when the refused request started (ms): requests that were in flight
	 * together halve the rate once
	 */
	throttled(waitMs: number, startedAt = this.now()): void {
		const now = this.now();
		this.pausedUntil = Math.max(this.pausedUntil, now + Math.min(waitMs, LONGEST_PAUSE_MS));
		this.pace.halve(now, startedAt, this.pausedUntil);
		this.refuseTheLate();
	}

	/** Notes how long a request took, in ms, for `inFlight`. */
	observe(durationMs: number): void {
		this.latencyMs =
			this.latencyMs === 0
				? durationMs
				: this.latencyMs + LATENCY_WEIGHT * (durationMs - this.latencyMs);
	}

	/** How many requests at once use the rate up: ⌈rate × latency⌉, from 4 to 8 at a rate of 4 and more. */
	inFlight(perSecond: number): number {
		const rate = perSecond * this.pace.at(this.now());
		const needed = Math.ceil((rate * (this.latencyMs || FIRST_LATENCY_MS)) / 1000);
		const fewest = Math.min(FEWEST_IN_FLIGHT, Math.ceil(rate));
		return Math.min(MOST_IN_FLIGHT, Math.max(fewest, needed));
	}

	/** Nobody waits, nothing started within the window, no pause: see `idleMs`. */
	get idle(): boolean {
		return this.queue.length === 0 && this.now() >= this.quietFrom();
	}

	/** For how long it has been idle, in ms; 0 when it is not. */
	get idleMs(): number {
		return this.idle ? this.now() - this.quietFrom() : 0;
	}

	/** The time in ms. A clock set back must not lock the queue: what is remembered moves with it. */
	private now(): number {
		const now = this.clock.now();
		const setBack = this.lastNow - now;
		this.lastNow = now;
		if (setBack > 0) {
			for (const start of this.starts) start.at -= setBack;
			this.pausedUntil -= setBack;
			this.pace.shift(-setBack);
		}
		return now;
	}

	private quietFrom(): number {
		return Math.max((this.starts.at(-1)?.at ?? -Infinity) + this.windowMs, this.pausedUntil);
	}

	private turnOf(ticket: LimiterTicket): LimiterTurn {
		return {
			open: () => this.queue[0] === ticket && this.opening(ticket.perSecond) <= this.now(),
			untilOpen: async () => await this.untilOpen(ticket),
			start: () => {
				void this.untilSent(this.noteStart());
				this.leave(ticket);
			},
			release: () => this.leave(ticket),
		};
	}

	private noteStart(): Start {
		const start = { at: this.now() };
		this.starts = [...this.starts, start].slice(-this.startsKept);
		return start;
	}

	/** A process that stalls after the grant sends later: the start is moved to that time. */
	private async untilSent(start: Start): Promise<void> {
		for (let turn = 0; turn < TURNS_UNTIL_SENT; turn++) await this.clock.sleep(0);
		start.at = Math.max(start.at, this.now());
		this.starts.sort((a, b) => a.at - b.at);
	}

	private async untilOpen(ticket: LimiterTicket): Promise<void> {
		for (;;) {
			ticket.signal.throwIfAborted();
			const now = this.now();
			const opening = this.opening(ticket.perSecond);
			if (opening <= now) return;
			if (opening > ticket.deadline) throw new RateLimitWait(opening - now);
			await this.clock.sleep(opening - now, ticket.signal);
		}
	}

	/** When (ms) a caller may start, after the starts so far or after those foreseen. */
	private opening(perSecond: number, foreseen?: Start[]): number {
		const now = this.now();
		const starts = foreseen ?? this.starts;
		const rate = perSecond * this.pace.at(now);
		const fitting = Math.max(1, Math.floor(rate));
		const span = rate < 1 ? Math.ceil(this.windowMs / rate) : this.windowMs;
		const leaving = starts.at(-fitting)?.at ?? -Infinity;
		return Math.max(now, starts.at(-1)?.at ?? -Infinity, this.pausedUntil, leaving + span);
	}

	private enter(ticket: LimiterTicket): void {
		this.queue.push(ticket);
		if (this.queue[0] === ticket) ticket.call();
		this.refuseTheLate();
	}

	/** Takes the ticket out of the queue, if it is still there, and calls the next one. */
	private leave(ticket: LimiterTicket, reason?: unknown): void {
		const place = this.queue.indexOf(ticket);
		if (place >= 0) this.queue.splice(place, 1);
		ticket.cancel(reason);
		this.queue[0]?.call();
	}

	/** Plays the queue forward and refuses everybody who would start after the own deadline. */
	private refuseTheLate(): void {
		const now = this.now();
		const starts = [...this.starts];
		for (const ticket of [...this.queue]) {
			const opening = this.opening(ticket.perSecond, starts);
			// who could start at once does not wait, however late it is
			if (opening > Math.max(now, ticket.deadline))
				this.leave(ticket, new RateLimitWait(opening - now));
			else starts.push({ at: opening });
		}
	}
}
