import { sleep as abortableSleep } from 'n8n-workflow';

/** Time as the engine sees it: injected, so that tests do not wait. */
export interface Clock {
	/** Milliseconds since the Unix epoch. */
	now(): number;
	/** Waits `ms` milliseconds; rejects as soon as `signal` is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** A number in [0, 1), for jitter. */
	random(): number;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms, signal) => await abortableSleep(ms, signal),
	random: () => Math.random(),
};
