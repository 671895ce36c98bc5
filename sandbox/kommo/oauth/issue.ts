/** New codes and token pairs: look like the real ones, hold no secret, repeat after a reset. */
import type { AccountRuntime } from '../account';
import { accessLifeSeconds, codeLifeSeconds, refreshLifeSeconds, type Grant } from './tokens';

export interface IssuedPair {
	accessToken: string;
	refreshToken: string;
	expiresIn: number;
}

/** `now` in Unix seconds. */
export function issueTokens(account: AccountRuntime, grant: Grant, now: number): IssuedPair {
	const { tokens } = account;
	const serial = tokens.nextSerial();
	const accessToken = jwtLike(account, grant, serial, now);
	tokens.access.set(accessToken, { userId: grant.userId, expiresAt: now + accessLifeSeconds });
	const refreshToken = opaque(account, 'refresh', serial);
	tokens.refresh.set(refreshToken, { ...grant, used: false, expiresAt: now + refreshLifeSeconds });
	return { accessToken, refreshToken, expiresIn: accessLifeSeconds };
}

export function issueCode(
	account: AccountRuntime,
	userId: number,
	redirectUri: string,
	now: number,
): string {
	const { tokens, profile } = account;
	const code = opaque(account, 'code', tokens.nextSerial());
	tokens.codes.set(code, {
		userId,
		clientId: profile.clientId,
		expiresAt: now + codeLifeSeconds,
		used: false,
		redirectUri,
	});
	return code;
}

// real ones start with def502, too
function opaque(account: AccountRuntime, kind: string, serial: number): string {
	const text = `${account.profile.info.subdomain} ${kind} ${serial}`;
	return `def502${Buffer.from(text).toString('hex')}`;
}

function jwtLike(account: AccountRuntime, grant: Grant, serial: number, now: number): string {
	const { profile } = account;
	const header = { typ: 'JWT', alg: 'RS256', jti: String(serial) };
	const claims = {
		aud: grant.clientId,
		jti: `${profile.info.subdomain}-${serial}`,
		iat: now,
		nbf: now,
		exp: now + accessLifeSeconds,
		sub: String(grant.userId),
		account_id: profile.info.id,
		base_domain: profile.domain,
		scopes: ['crm', 'notifications'],
		api_domain: `api-c.${profile.domain}`,
	};
	const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part(header)}.${part(claims)}.${Buffer.from('sandbox, not signed').toString('base64url')}`;
}
