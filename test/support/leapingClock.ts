import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '../../nodes/shared/clock';

/**
 * The system's clock, except that nobody waits: a sleep ends at once and the time has moved on.
 * For runs against real servers, where only waits of our own can be skipped.
 */
export class LeapingClock implements Clock {
	/** Every wait that was asked for, ms, in order. */
	readonly sleeps: number[] = [];
	private leaptMs = 0;

	now(): number {
		return Date.now() + this.leaptMs;
	}

	random(): number {
		return 0.5;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		this.sleeps.push(ms);
		const wakeAt = this.now() + ms;
		await nextTurn();
		signal?.throwIfAborted();
		this.leaptMs = Math.max(this.leaptMs, wakeAt - Date.now());
	}
}
