import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;

/** Watches how long this process cannot do anything: its own work, or a machine busy elsewhere. */
export class Stalls {
	private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

	constructor() {
		this.delays.enable();
	}

	reset(): void {
		this.delays.reset();
	}

	/** The longest since the last reset, ms. */
	longestMs(): number {
		return Math.max(0, this.delays.max / 1e6 - RESOLUTION_MS);
	}
}
