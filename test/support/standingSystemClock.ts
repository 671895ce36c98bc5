import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '../../nodes/shared/clock';

/**
 * A clock that stands still unless somebody sleeps, which moves it to the end of the sleep at once:
 * what has passed on it is what was waited for, however slow the machine is. Stands in for
 * `nodes/shared/clock`:
 * `jest.mock('…/nodes/shared/clock', () => jest.requireActual<object>('…/standingSystemClock'))`
 */
class StandingClock implements Clock {
	private time = Date.now();

	now(): number {
		return this.time;
	}

	random(): number {
		return 0.5;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		const wakeAt = this.time + Math.max(0, ms);
		await nextTurn();
		signal?.throwIfAborted();
		this.time = Math.max(this.time, wakeAt);
	}
}

export const systemClock = new StandingClock();
