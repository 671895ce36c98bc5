// Half the rate after a 429, all of it five minutes later: several processes settle without a shared store.
const RECOVERY_PER_MS = 0.5 / 300_000;
// A share below this would look like a hang; 7 a second becomes one start in about 2.5 s.
const SMALLEST_SHARE = 1 / 16;

/** The share of its rate that a caller uses: halved by each 429, growing back with time. */
export class AdaptivePace {
	private share = 1;
	private growsFrom = 0;
	private slowedAt = -Infinity;

	/** The share in [1/16, 1] at `now` (ms). */
	at(now: number): number {
		const grown = Math.max(0, now - this.growsFrom) * RECOVERY_PER_MS;
		return Math.min(1, this.share + grown);
	}

	/**
	 * Halves the share, unless the refused request started before the last halving: the
	 * requests that were in flight together are one event.
	 * @param startedAt when the refused request started, ms
	 * @param growsFrom when the pause ends and the share begins to grow again, ms
	 */
	halve(now: number, startedAt: number, growsFrom: number): void {
		if (startedAt > this.slowedAt) {
			this.share = Math.max(SMALLEST_SHARE, this.at(now) / 2);
			this.slowedAt = now;
		} else {
			this.share = this.at(now);
		}
		this.growsFrom = Math.max(now, growsFrom);
	}

	/** Moves what it remembers by `ms`, for a clock that was set. */
	shift(ms: number): void {
		this.growsFrom += ms;
		this.slowedAt += ms;
	}
}
