/** One call of the Call API, ready for its handler. */
import type { ComagicStore } from '../store';
import type { ComagicSwitches } from '../switches';
import type { LiveCall, LiveCalls } from './liveCalls';

export interface CallApiCall {
	method: string;
	params: Record<string, unknown>;
	store: ComagicStore;
	switches: ComagicSwitches;
	live: LiveCalls;
	/** ms */
	now: number;
}

/** `data` of the answer. */
export type CallApiData = Record<string, unknown> | unknown[];

export type CallApiHandler = (call: CallApiCall) => CallApiData;

/** Handlers that work on a call that is going on. */
export type LiveHandler = (call: CallApiCall, live: LiveCall) => CallApiData;
