import type { Clock } from '../../nodes/shared/clock';

interface Sleeper {
	wakeAt: number;
	wake(): void;
}

// More wake-ups than any test needs: a loop that never ends shall fail instead of hanging.
const MOST_WAKE_UPS = 100_000;

/** Virtual time: sleeps end when the test moves the clock. Starts at 1,000,000 ms. */
export class FakeClock implements Clock {
	/** What `random()` answers; assign another function to vary it. */
	nextRandom: () => number = () => 0.5;
	private readonly sleepers: Sleeper[] = [];

	constructor(private time = 1_000_000) {}

	now(): number {
		return this.time;
	}

	random(): number {
		return this.nextRandom();
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve) => {
			const onAbort = () => {
				this.sleepers.splice(this.sleepers.indexOf(sleeper), 1);
				resolve();
			};
			const sleeper: Sleeper = {
				wakeAt: this.time + Math.max(0, ms),
				wake: () => {
					signal?.removeEventListener('abort', onAbort);
					resolve();
				},
			};
			this.sleepers.push(sleeper);
			signal?.addEventListener('abort', onAbort, { once: true });
		});
		signal?.throwIfAborted();
	}

	/** How many sleep now. */
	get sleeping(): number {
		return this.sleepers.length;
	}

	/** Moves the time by `ms`, waking sleepers in order; everything that follows has run after it. */
	async advance(ms: number): Promise<void> {
		const end = this.time + ms;
		await this.wakeUntil(end);
		this.time = end;
		await settle();
	}

	/** Moves the time until nobody sleeps any more. */
	async runAll(): Promise<void> {
		await this.wakeUntil(Infinity);
	}

	/** Sets the time, as an administrator would; nobody wakes. */
	set(time: number): void {
		this.time = time;
	}

	private async wakeUntil(end: number): Promise<void> {
		await settle();
		for (let wakeUps = 0; wakeUps < MOST_WAKE_UPS; wakeUps++) {
			const next = this.takeNext(end);
			if (!next) return;
			this.time = Math.max(this.time, next.wakeAt);
			next.wake();
			await settle();
		}
		throw new Error(`Still sleeping after ${MOST_WAKE_UPS} wake-ups`);
	}

	private takeNext(end: number): Sleeper | null {
		const next = this.sleepers.reduce<Sleeper | null>(
			(first, sleeper) => (first && first.wakeAt <= sleeper.wakeAt ? first : sleeper),
			null,
		);
		if (!next || next.wakeAt > end) return null;
		this.sleepers.splice(this.sleepers.indexOf(next), 1);
		return next;
	}
}

/** Lets all promise reactions run; immediates come after the microtasks. */
async function settle(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
