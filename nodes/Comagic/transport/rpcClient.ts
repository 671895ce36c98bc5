import type { Clock } from '../../shared/clock';
import type { RetryLimits } from '../../shared/retryPolicy';
import { sendWithRetry, type Attempt, type Sent } from '../../shared/sendWithRetry';
import type { HttpMethod } from '../../shared/wire';
import type { IDataObject } from 'n8n-workflow';

import type { Failure } from './failure';
import type { Endpoint } from './host';
import type { ComagicHttp } from './http';
import { notSent } from './notSent';
import type { PointBudget } from './points';
import { leavesSameState } from './repeatable';
import { limitsIn, readRpc, spentPeriod, type Asked, type RpcAnswer } from './readRpc';
import { weightOf } from './rpcParams';

/** One JSON-RPC request, without proof of who asks. */
export interface RpcCall {
	method: string;
	params: IDataObject;
	/** GET: may be repeated; POST: not when its fate is unknown, unless it leaves the same state. */
	kind: HttpMethod;
	/** Ends waits, and the exchange itself when it may be repeated. */
	signal?: AbortSignal | undefined;
	/** Instead of the run's own time-out, ms. */
	timeoutMs?: number;
}

export interface RpcSettings {
	api: 'data' | 'call';
	endpoint: Endpoint;
	http: ComagicHttp;
	clock: Clock;
	limits: RetryLimits;
}

let lastId = 0;

/** JSON-RPC 2.0 over one endpoint: envelope, points, repetitions (fact sheet §B.1, §B.3). */
export class RpcClient {
	constructor(private readonly settings: RpcSettings) {}

	async send(call: RpcCall, budget: PointBudget): Promise<Sent<RpcAnswer, Failure>> {
		const { clock, limits } = this.settings;
		return await sendWithRetry(async () => await this.attempt(call, budget), {
			clock,
			gates: [],
			method: leavesSameState(call.method) ? 'PUT' : call.kind,
			limits,
			signal: call.signal,
		});
	}

	private async attempt(call: RpcCall, budget: PointBudget): Promise<Attempt<RpcAnswer, Failure>> {
		const weight = weightOf(call.method);
		const asked = this.asked(call);
		try {
			await budget.enter(weight, this.settings.limits.maxWaitMs, call.signal);
		} catch (reason) {
			return notSent(asked, reason, call.signal);
		}
		let ended: Attempt<RpcAnswer, Failure> | null = null;
		try {
			ended = readRpc(await this.exchange(call), asked);
			return ended;
		} finally {
			budget.leave(weight, ended && limitsIn(ended.ok ? ended.value.metadata : ended.failure.body));
			if (ended && !ended.ok && ended.failure.mnemonic === 'limit_exceeded') {
				budget.spent(spentPeriod(ended.failure), ended.failure.retryAfterMs);
			}
		}
	}

	/** One exchange that waits for nobody, also when the points are spent. */
	async once(call: RpcCall): Promise<Attempt<RpcAnswer, Failure>> {
		return readRpc(await this.exchange(call), this.asked(call));
	}

	private async exchange({ method, params, kind, signal, timeoutMs }: RpcCall) {
		const { endpoint, http } = this.settings;
		lastId += 1;
		return await http.exchange({
			endpoint,
			method: 'POST',
			path: '',
			body: { jsonrpc: '2.0', id: `n8n-${lastId}`, method, params },
			// a write must not be cut off: nobody could tell whether it was carried out
			signal: kind === 'GET' ? signal : undefined,
			timeoutMs,
		});
	}

	asked({ method, kind }: RpcCall): Asked {
		const { api, endpoint } = this.settings;
		return { api, method, kind, host: endpoint.hostname, brand: endpoint.brand };
	}
}
