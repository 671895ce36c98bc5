/** Deliveries: grouping, 2 s time-out, retries, disabling (§5.1, §5.2). */
import { setMaxListeners } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AccountRuntime } from '../account';
import type { StoredDelivery, StoredWebhook } from '../model';
import type { KommoSwitches } from '../switches';
import type { Change } from './changes';
import { phpForm, type PhpValue } from './phpForm';

interface SenderOptions {
	/** ms */
	now: () => number;
	switches: () => KommoSwitches;
	/** Retry delays are divided by it. */
	speed: number;
	timeoutMs: number;
}

/** A delivery that was recorded somewhere. */
export interface RecordedBody {
	body: string;
	/** Default: the one of forms. */
	contentType?: string;
	/** Default: every hook that is on. */
	destination?: string;
}

const minute = 60_000;
/** Delay before attempt 2, 3, 4 and 5. */
const retryDelays = [5 * minute, 15 * minute, 15 * minute, 60 * minute];
/** From this attempt on only 499 and 5xx are repeated. */
const serverErrorsOnlyFrom = 4;
const failureWindow = 120 * minute;
const maxFailures = 100;

export class WebhookSender {
	private readonly timers = new Set<NodeJS.Timeout>();
	/** Ends the deliveries under way; a new one stands for a new life after `stop`. */
	private life = newLife();

	constructor(private readonly options: SenderOptions) {}

	/** Sends the changes to every hook that asked for them; does not wait for answers. */
	notify(account: AccountRuntime, changes: Change[]): void {
		for (const hook of account.store.webhooks.values()) {
			if (hook.disabled) continue;
			const wanted = changes.filter((change) => hook.settings.includes(change.code));
			for (const group of this.grouped(wanted)) this.deliver(account, hook, group);
		}
	}

	/** Sends a body as it is, to one destination or to every hook that is on; tells how many. */
	sendBody(account: AccountRuntime, { body, contentType, destination }: RecordedBody): number {
		const hooks = [...account.store.webhooks.values()].filter(
			(hook) => !hook.disabled && (destination === undefined || hook.destination === destination),
		);
		for (const hook of hooks) this.post(account, hook, [], body, contentType);
		return hooks.length;
	}

	/** Ends deliveries under way and forgets retries that are still to come. */
	stop(): void {
		this.life.abort();
		this.life = newLife();
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}

	private grouped(changes: Change[]): Change[][] {
		const mode = this.options.switches().deliveryGrouping;
		if (mode === 'entity') return changes.map((change) => [change]);
		if (mode === 'request') return changes.length > 0 ? [changes] : [];
		const byCode = new Map<string, Change[]>();
		for (const change of changes) {
			const list = byCode.get(change.code);
			if (list) list.push(change);
			else byCode.set(change.code, [change]);
		}
		return [...byCode.values()];
	}

	private deliver(account: AccountRuntime, hook: StoredWebhook, changes: Change[]): void {
		const events = [...new Set(changes.map((change) => change.code))];
		this.post(account, hook, events, deliveryBody(account, changes));
	}

	private post(
		account: AccountRuntime,
		hook: StoredWebhook,
		events: string[],
		body: string,
		contentType?: string,
	): void {
		const id = account.store.nextId('deliveries');
		const delivery: StoredDelivery = {
			id,
			webhook_id: hook.id,
			destination: hook.destination,
			events,
			request_id: requestId(id, 0),
			body,
			...(contentType === undefined ? {} : { content_type: contentType }),
			attempts: [],
			state: 'pending',
		};
		account.store.deliveries.set(id, delivery);
		void this.attempt(account, hook, delivery);
	}

	private async attempt(
		account: AccountRuntime,
		hook: StoredWebhook,
		delivery: StoredDelivery,
	): Promise<void> {
		const { signal } = this.life;
		const tried = delivery.attempts.length;
		const stable = this.options.switches().deliveryIdStableOnRetry;
		if (tried > 0 && !stable) delivery.request_id = requestId(delivery.id, tried);
		const at = this.options.now();
		const began = performance.now();
		const status = await post(delivery, this.options.timeoutMs, signal);
		delivery.attempts.push({ at, status, durationMs: performance.now() - began });
		if (status >= 100 && status < 300) {
			delivery.state = 'delivered';
			return;
		}
		this.disableWhenFailing(account, hook);
		const delay = retryDelays[tried];
		const next = tried + 2;
		const isRetried =
			next < serverErrorsOnlyFrom || status === 499 || (status >= 500 && status <= 599);
		if (delay === undefined || !isRetried || hook.disabled || signal.aborted) {
			delivery.state = 'failed';
			return;
		}
		this.later(delay / this.options.speed, () => this.attempt(account, hook, delivery));
	}

	private later(ms: number, run: () => Promise<void>): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			void run();
		}, ms);
		// a retry in an hour must not keep a process alive
		timer.unref();
		this.timers.add(timer);
	}

	/** More than 100 bad answers in two hours, the latest one bad: off (§5.2). */
	private disableWhenFailing(account: AccountRuntime, hook: StoredWebhook): void {
		const since = this.options.now() - failureWindow / this.options.speed;
		const failures = [...account.store.deliveries.values()]
			.filter((d) => d.webhook_id === hook.id)
			.flatMap((d) => d.attempts)
			.filter((a) => a.at >= since && (a.status < 100 || a.status >= 300));
		if (failures.length > maxFailures) hook.disabled = true;
	}
}

// a batch may start hundreds of deliveries at once, each listening for the end
function newLife(): AbortController {
	const life = new AbortController();
	setMaxListeners(0, life.signal);
	return life;
}

function requestId(delivery: number, attempt: number): string {
	return `de11fe00-0000-4000-8000-${String(attempt)}${String(delivery).padStart(11, '0')}`;
}

/** Account block first, then `<group>[<action>][<i>]` with indices per action. */
export function deliveryBody(account: AccountRuntime, changes: Change[]): string {
	const { info } = account.store;
	const groups: { [key: string]: { [action: string]: PhpValue[] } } = {};
	for (const change of changes) {
		const actions = (groups[change.group] ??= {});
		(actions[change.action] ??= []).push(change.fields);
	}
	// some events have no group: their action stands at the top (§5.3)
	const { '': bare, ...named } = groups;
	return phpForm({
		account: { subdomain: info.subdomain, id: info.id, _links: { self: account.url } },
		...bare,
		...named,
	});
}

/** Answered status; 0 without an answer in time. Redirects are not followed. */
function post(delivery: StoredDelivery, timeoutMs: number, signal: AbortSignal): Promise<number> {
	return new Promise((resolve) => {
		let url: URL;
		try {
			url = new URL(delivery.destination);
		} catch {
			resolve(0);
			return;
		}
		const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
		const req = send(
			url,
			{
				method: 'POST',
				signal,
				headers: {
					'user-agent': 'amoCRM-Webhooks/3.0',
					'content-type': delivery.content_type ?? 'application/x-www-form-urlencoded',
					'content-length': String(Buffer.byteLength(delivery.body)),
					'accept-encoding': 'gzip',
					'x-amocrm-requestid': delivery.request_id,
				},
			},
			(res) => {
				clearTimeout(timer);
				res.resume();
				resolve(res.statusCode ?? 0);
			},
		);
		const timer = setTimeout(() => req.destroy(), timeoutMs);
		req.on('error', () => {
			clearTimeout(timer);
			resolve(0);
		});
		req.end(delivery.body);
	});
}
