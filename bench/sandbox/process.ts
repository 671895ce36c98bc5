import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import type { LatencyOptions, LoggedRequest, RateLimitOptions } from '../../sandbox/kommo';
import type { OAuthClient } from '../../test/support/consent';

/** What an account on the other side of the world takes; the rate limit is the documented one. */
export const REAL_LATENCY: LatencyOptions = { baseMs: 150, perEntityMs: 2 };
export const REAL_LIMIT: RateLimitOptions = { perSecond: 7, enabled: true };

interface Addresses {
	url: string;
	jitteredUrl: string;
	token: string;
	oauth: OAuthClient;
}

/** A Kommo sandbox in another process, steered through its control API. */
export class SandboxProcess {
	private constructor(
		/** The account, its token, and the same account behind a proxy that delays requests. */
		readonly account: Addresses,
		private readonly child: ChildProcess,
	) {}

	/** Starts it on free ports, without latency and rate limit; it ends with this process. */
	static async start(): Promise<SandboxProcess> {
		const child = fork(path.join(__dirname, 'child.ts'), { execArgv: ['--import', 'tsx'] });
		const addresses = await new Promise<Addresses>((resolve, reject) => {
			child.once('message', (message) => resolve(message as Addresses));
			child.once('exit', (code) => reject(new Error(`The sandbox ended with code ${code}`)));
		});
		const sandbox = new SandboxProcess(addresses, child);
		await sandbox.unhurried();
		return sandbox;
	}

	stop(): void {
		this.child.kill();
	}

	/**
	 * The longest time (ms) since `realistic` in which the sandbox could do nothing. What arrives
	 * meanwhile is counted at its end, all at one time.
	 */
	async longestStallMs(): Promise<number> {
		this.child.send('report');
		const [message] = (await once(this.child, 'message')) as [{ longestStallMs: number }];
		return message.longestStallMs;
	}

	/** The latency and the limit of a real account; the log and the counted requests start anew. */
	async realistic(jitterMs = 0): Promise<void> {
		await this.control('POST', 'latency', { ...REAL_LATENCY, jitterMs });
		await this.control('POST', 'rate-limit', REAL_LIMIT);
		await this.control('DELETE', 'requests');
		this.child.send('reset');
	}

	/** Answers at once and refuses nothing: for preparing data and for measuring CPU. */
	async unhurried(): Promise<void> {
		await this.control('POST', 'latency', {});
		await this.control('POST', 'rate-limit', { enabled: false });
		await this.control('DELETE', 'requests');
	}

	/** The API's requests since the last change of latency, oldest first. */
	async requests(): Promise<LoggedRequest[]> {
		return (await this.control('GET', 'requests')) as LoggedRequest[];
	}

	/** Back to the account's settings: no leads, empty log. */
	async reset(): Promise<void> {
		await this.control('POST', 'reset');
		await this.unhurried();
	}

	private async control(method: string, name: string, body?: object): Promise<unknown> {
		const answer = await fetch(`${this.account.url}/_sandbox/${name}`, {
			method,
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		if (!answer.ok) throw new Error(`The sandbox refused ${name}: ${await answer.text()}`);
		return await answer.json();
	}
}
