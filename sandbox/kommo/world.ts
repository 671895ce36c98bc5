/** The state both accounts share: switches, limits, latency, faults, log, clock. */
import { setMaxListeners } from 'node:events';
import type { AccountRuntime } from './account';
import type { AccountName, KommoSandboxOptions, LatencyOptions } from './contract';
import { FaultBoard } from './faults';
import { RequestLimiter } from './limiter';
import { RequestLog } from './requestLog';
import { defaultSwitches, type KommoSwitches } from './switches';
import { WebhookSender } from './webhooks/sender';

export class World {
	readonly faults = new FaultBoard();
	readonly log = new RequestLog();
	readonly limiter: RequestLimiter;
	readonly sender: WebhookSender;
	readonly closing = new AbortController();
	switches: KommoSwitches;
	latency: LatencyOptions | undefined;
	private requestCount = 0;

	constructor(
		readonly options: KommoSandboxOptions,
		readonly accounts: Readonly<Record<AccountName, AccountRuntime>>,
		private readonly seed: (account: AccountRuntime) => void,
	) {
		this.limiter = new RequestLimiter(options.rateLimit);
		this.switches = { ...defaultSwitches, ...options.switches };
		this.latency = options.latency;
		this.sender = new WebhookSender({
			now: () => this.now(),
			switches: () => this.switches,
			speed: options.webhooks?.speed ?? 1,
			timeoutMs: options.webhooks?.timeoutMs ?? 2000,
		});
		// every request that waits listens for the end
		setMaxListeners(0, this.closing.signal);
		this.reset();
	}

	/** Milliseconds. */
	now(): number {
		return this.options.now?.() ?? Date.now();
	}

	/** X-Request-Id of the next answer. */
	nextRequestId(): string {
		this.requestCount += 1;
		return `5eed0000-0000-4000-8000-${this.requestCount.toString(16).padStart(12, '0')}`;
	}

	/** Time a real account would take for a request of this size, ms. */
	latencyOf(entities: number): number {
		if (!this.latency) return 0;
		const { baseMs, perEntityMs, jitterMs = 0 } = this.latency;
		return Math.max(0, baseMs + perEntityMs * entities + (Math.random() * 2 - 1) * jitterMs);
	}

	/** Everything as after the start. */
	reset(): void {
		this.sender.stop();
		this.faults.clear();
		this.log.clear();
		this.limiter.reset(this.options.rateLimit);
		this.switches = { ...defaultSwitches, ...this.options.switches };
		this.latency = this.options.latency;
		this.requestCount = 0;
		for (const account of Object.values(this.accounts)) {
			account.store.clear();
			account.tokens.clear();
			this.seed(account);
		}
	}
}

/** Resolves after `ms`, or at once when the sandbox closes. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
	if (ms <= 0 || signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const done = (): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		signal.addEventListener('abort', done);
	});
}
