/** Session keys of the Session API: three hours from login (§A.2). */
import { createHash } from 'node:crypto';
import type { AccountKind } from '../rpc/tokens';

const LIFETIME_MS = 10_800_000;

export class SessionKeys {
	private readonly keys = new Map<string, { kind: AccountKind; expiresAt: number }>();
	private opened = 0;

	/** @returns 32 hexadecimal characters */
	open(kind: AccountKind, now: number): string {
		this.opened += 1;
		const key = createHash('md5').update(`session ${this.opened}`).digest('hex');
		this.keys.set(key, { kind, expiresAt: now + LIFETIME_MS });
		return key;
	}

	close(key: string): void {
		this.keys.delete(key);
	}

	/** @param slides whether being used prolongs the session (unverified) */
	kindOf(key: string, now: number, slides: boolean): AccountKind | undefined {
		const session = this.keys.get(key);
		if (!session || session.expiresAt <= now) return undefined;
		if (slides) session.expiresAt = now + LIFETIME_MS;
		return session.kind;
	}

	/** Sessions neither closed nor past their time. */
	count(now: number): number {
		return [...this.keys.values()].filter(({ expiresAt }) => expiresAt > now).length;
	}

	clear(): void {
		this.keys.clear();
	}
}
