import type { Clock } from '../../shared/clock';
import type { RetryLimits } from '../../shared/retryPolicy';
import { sendWithRetry, type Attempt, type Sent } from '../../shared/sendWithRetry';
import { queryString, type HttpMethod, type QueryValue } from '../../shared/wire';
import type { Failure } from './failure';
import type { Endpoint } from './host';
import type { ComagicHttp } from './http';
import { notSent } from './notSent';
import type { PointBudget } from './points';
import { readLegacy } from './readLegacy';
import type { Asked } from './readRpc';

/** One request to the Session API. */
export interface LegacyCall {
	/** Below the base URL, e.g. `v1/call/`: the slash at the end is required (fact sheet §A.1). */
	path: string;
	kind: HttpMethod;
	/** Whether the values travel in a form body; a GET that is one is harmless to repeat. */
	asForm?: boolean;
	values: Record<string, QueryValue>;
	signal?: AbortSignal | undefined;
	/** Instead of the run's own time-out, ms. */
	timeoutMs?: number;
}

export interface LegacySettings {
	endpoint: Endpoint;
	http: ComagicHttp;
	clock: Clock;
	limits: RetryLimits;
}

/** REST v1: values in the query of a GET, in the form body of a POST (fact sheet §A.1). */
export class LegacyClient {
	constructor(private readonly settings: LegacySettings) {}

	async send(call: LegacyCall, places: PointBudget): Promise<Sent<unknown, Failure>> {
		const { clock, limits } = this.settings;
		return await sendWithRetry(async () => await this.attempt(call, places), {
			clock,
			gates: [],
			method: call.kind,
			limits,
			signal: call.signal,
		});
	}

	/** One exchange that waits for nobody. */
	async once(call: LegacyCall): Promise<Attempt<unknown, Failure>> {
		const { endpoint, http } = this.settings;
		const { path, kind, values, signal } = call;
		const isRead = kind === 'GET';
		const asForm = call.asForm ?? !isRead;
		const text = queryString(values);
		const end = await http.exchange({
			endpoint,
			method: asForm ? 'POST' : 'GET',
			path: `/${path}${!asForm && text !== '' ? `?${text}` : ''}`,
			...(asForm ? { body: text } : {}),
			signal: isRead ? signal : undefined,
			timeoutMs: call.timeoutMs,
		});
		return readLegacy(end, this.asked(call));
	}

	asked({ path, kind }: LegacyCall): Asked {
		const { hostname, brand } = this.settings.endpoint;
		return { api: 'session', method: path, kind, host: hostname, brand };
	}

	private async attempt(call: LegacyCall, places: PointBudget): Promise<Attempt<unknown, Failure>> {
		try {
			// no points here, but the service is not to be flooded either
			await places.enter(0, this.settings.limits.maxWaitMs, call.signal);
		} catch (reason) {
			return notSent(this.asked(call), reason, call.signal);
		}
		try {
			return await this.once(call);
		} finally {
			places.leave(0, null);
		}
	}
}
