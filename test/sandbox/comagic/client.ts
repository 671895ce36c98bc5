import { startComagicSandbox, type ComagicSandbox } from '../../../sandbox/comagic';
import type { ComagicSandboxOptions } from '../../../sandbox/comagic';

/** Noon, UTC; three in the afternoon of the account. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');
export const NOW_LOCAL = '2026-06-01 15:00:00';

export interface RpcError {
	code: number;
	message: string;
	data: {
		mnemonic: string;
		field?: string;
		value?: unknown;
		params: Record<string, unknown>;
		metadata: { limits?: Record<string, number> };
	};
}

export interface RpcAnswer {
	jsonrpc: string;
	id: string | number | null;
	result?: Record<string, unknown> & {
		data?: unknown;
		metadata: { total_items?: number; limits?: Record<string, number> };
	};
	error?: RpcError;
}

type Row = Record<string, unknown>;

/** A sandbox with a clock that tests move, and the ways to ask it. */
export class ComagicClient {
	clock = { now: NOW };
	private started: ComagicSandbox | undefined;

	async start(options: ComagicSandboxOptions = {}): Promise<void> {
		this.started = await startComagicSandbox({ now: () => this.clock.now, ...options });
	}

	get sandbox(): ComagicSandbox {
		if (!this.started) throw new Error('Not started');
		return this.started;
	}

	reset(): void {
		this.clock.now = NOW;
		this.sandbox.reset();
	}

	async close(): Promise<void> {
		await this.started?.close();
	}

	/** Any body to one of the JSON-RPC APIs. */
	async post(api: 'data' | 'call', body: unknown): Promise<RpcAnswer> {
		const answer = await fetch(api === 'data' ? this.sandbox.dataUrl : this.sandbox.callUrl, {
			method: 'POST',
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
		expect(answer.status).toBe(200);
		return (await answer.json()) as RpcAnswer;
	}

	async rpc(api: 'data' | 'call', method: string, params: Row = {}): Promise<RpcAnswer> {
		const own = { access_token: this.sandbox.token, ...params };
		return await this.post(api, { jsonrpc: '2.0', id: 'test-1', method, params: own });
	}

	/** `data` of an answer that is no refusal. */
	async data(method: string, params: Row = {}): Promise<Row[]> {
		return this.rowsOf(await this.rpc('data', method, params));
	}

	/** `data` of an object. */
	async one(method: string, params: Row = {}): Promise<Row> {
		const { error, result } = await this.rpc('data', method, params);
		expect(error).toBeUndefined();
		return result?.data as Row;
	}

	async call(method: string, params: Row = {}): Promise<Row> {
		const { error, result } = await this.rpc('call', method, params);
		expect(error).toBeUndefined();
		return result?.data as Row;
	}

	/** Mnemonic and field of a refusal. */
	async refusal(
		api: 'data' | 'call',
		method: string,
		params: Row = {},
	): Promise<[mnemonic: string | undefined, field: string | undefined, code: number | undefined]> {
		const { error } = await this.rpc(api, method, params);
		return [error?.data.mnemonic, error?.data.field, error?.code];
	}

	rowsOf({ error, result }: RpcAnswer): Row[] {
		expect(error).toBeUndefined();
		return result?.data as Row[];
	}

	/** A GET of the Session API with a fresh or given session. */
	async legacy(path: string, params: Record<string, string> = {}): Promise<LegacyAnswer> {
		const query = new URLSearchParams(params).toString();
		const answer = await fetch(`${this.sandbox.legacyUrl}${path}?${query}`, {
			headers: { accept: 'application/json' },
		});
		expect(answer.status).toBe(200);
		return (await answer.json()) as LegacyAnswer;
	}

	async act(path: string, params: Record<string, string>): Promise<LegacyAnswer> {
		const answer = await fetch(`${this.sandbox.legacyUrl}${path}`, {
			method: 'POST',
			headers: { accept: 'application/json' },
			body: new URLSearchParams(params),
		});
		return (await answer.json()) as LegacyAnswer;
	}

	/** @returns session_key */
	async logIn(account: { login: string; password: string } = this.sandbox): Promise<string> {
		const { login, password } = account;
		const { data } = await this.act('login/', { login, password });
		return String((data as Row | undefined)?.session_key);
	}
}

export interface LegacyAnswer {
	success: boolean;
	data?: unknown;
	message?: string;
}

/** A client whose sandbox lives as long as the tests of a file. */
export function useComagic(options: ComagicSandboxOptions = {}): ComagicClient {
	const client = new ComagicClient();
	beforeAll(async () => await client.start(options));
	beforeEach(() => client.reset());
	afterAll(async () => await client.close());
	return client;
}

/** The account's day so many days before now, at midnight. */
export function daysAgo(days: number): string {
	const at = new Date(NOW + 3 * 3_600_000 - days * 86_400_000);
	return `${at.toISOString().slice(0, 10)} 00:00:00`;
}
