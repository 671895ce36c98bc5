/** Access tokens: sessions of an hour and keys made in the cabinet (§B.2, §C.1). */
import { createHash } from 'node:crypto';
import { RpcError } from './errors';

/** Whose data a caller works with. */
export type AccountKind = 'client' | 'agent';

const HOUR_MS = 3_600_000;

export const KEYS = {
	client: 'comagic-sandbox-permanent-key-of-the-client-0000000001',
	agent: 'comagic-sandbox-permanent-key-of-the-agency-0000000002',
	expired: 'comagic-sandbox-dated-key-after-its-end-000000000003',
	blocked: 'comagic-sandbox-blocked-key-0000000000000000000000004',
};

export const LOGINS: Readonly<Record<AccountKind, { login: string; password: string }>> = {
	client: { login: 'owner@comagic.example', password: 'Sandbox-Client-1' },
	agent: { login: 'agency@comagic.example', password: 'Sandbox-Agency-1' },
};

export function accountOf(login: unknown, password: unknown): AccountKind | undefined {
	if (login === LOGINS.client.login && password === LOGINS.client.password) return 'client';
	return login === LOGINS.agent.login && password === LOGINS.agent.password ? 'agent' : undefined;
}

export class TokenStore {
	private readonly sessions = new Map<string, { kind: AccountKind; expiresAt: number }>();
	private opened = 0;

	constructor(private readonly salt: string) {}

	/** @returns token of 72 hexadecimal characters, and the end of the session in ms */
	open(kind: AccountKind, now: number): { token: string; expiresAt: number } {
		this.opened += 1;
		const digest = createHash('sha512').update(`${this.salt} ${this.opened}`).digest('hex');
		const token = digest.slice(0, 72);
		const expiresAt = now + HOUR_MS;
		this.sessions.set(token, { kind, expiresAt });
		return { token, expiresAt };
	}

	close(token: string): void {
		this.sessions.delete(token);
	}

	/** @throws RpcError -32001; a session past its hour is `access_token_invalid` */
	kindOf(token: string, now: number): AccountKind {
		if (token === KEYS.client) return 'client';
		if (token === KEYS.agent) return 'agent';
		if (token === KEYS.expired) throw new RpcError('access_token_expired');
		if (token === KEYS.blocked) throw new RpcError('access_token_blocked');
		const session = this.sessions.get(token);
		if (!session || session.expiresAt <= now) throw new RpcError('access_token_invalid');
		return session.kind;
	}

	/** Sessions neither closed nor past their hour. */
	count(now: number): number {
		return [...this.sessions.values()].filter(({ expiresAt }) => expiresAt > now).length;
	}

	clear(): void {
		this.sessions.clear();
	}
}
