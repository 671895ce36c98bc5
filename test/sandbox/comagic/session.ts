import type { ComagicClient, LegacyAnswer } from './client';

/** Calls of the Session API with one session, opened before every test. */
export class LegacySession {
	key = '';

	constructor(private readonly comagic: ComagicClient) {}

	async open(account?: { login: string; password: string }): Promise<void> {
		this.key = await this.comagic.logIn(account);
	}

	async get(resource: string, params: Record<string, string> = {}): Promise<LegacyAnswer> {
		return await this.comagic.legacy(`v1/${resource}/`, { session_key: this.key, ...params });
	}

	async rows(
		resource: string,
		params: Record<string, string> = {},
	): Promise<Array<Record<string, unknown>>> {
		const { success, message, data } = await this.get(resource, params);
		expect([success, message]).toEqual([true, undefined]);
		return data as Array<Record<string, unknown>>;
	}

	async act(path: string, params: Record<string, string> = {}): Promise<LegacyAnswer> {
		return await this.comagic.act(`v1/${path}/`, { session_key: this.key, ...params });
	}
}

export const lastWeek = { date_from: '2026-05-25', date_till: '2026-06-01' };
