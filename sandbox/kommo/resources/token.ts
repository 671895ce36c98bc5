/** POST /oauth2/access_token (§1.3); a problem format of its own, with a hint. */
import type { Answer, Call, Route } from '../call';
import { isRecord } from '../guards';
import { issueTokens } from '../oauth/issue';
import type { Grant } from '../oauth/tokens';

export const tokenRoutes: Route[] = [
	{ method: 'POST', path: '/oauth2/access_token', open: true, handle: grantToken },
];

type Fields = Record<string, string>;

function refuse(hint: string | undefined, status: number): Answer {
	return {
		status,
		type: 'application/problem+json',
		body: {
			...(hint === undefined ? {} : { hint }),
			title: 'Некорректный запрос',
			type: 'https://developers.amocrm.ru/v3/errors/OAuthProblemJson',
			status,
			detail: 'В запросе отсутствует ряд параметров или параметры невалидны',
		},
	};
}

function grantToken(call: Call): Answer {
	if (call.isForm && !call.switches.oauthAcceptsForm) return refuse(undefined, 400);
	const fields = readFields(call);
	const { profile } = call.account;
	if (
		fields['client_id'] !== profile.clientId ||
		fields['client_secret'] !== profile.clientSecret
	) {
		return refuse('Client authentication failed', 401);
	}
	if (fields['grant_type'] === 'authorization_code') return byCode(call, fields);
	if (fields['grant_type'] === 'refresh_token') return byRefresh(call, fields);
	return refuse('Check that all required parameters have been provided', 400);
}

/** Body fields; client credentials may come as HTTP Basic instead. */
function readFields(call: Call): Fields {
	const body = isRecord(call.body) ? call.body : {};
	const fields: Fields = {};
	for (const [key, value] of Object.entries(body)) {
		if (typeof value === 'string') fields[key] = value;
	}
	const basic = /^Basic (.+)$/.exec(call.headers.authorization ?? '')?.[1];
	if (basic === undefined || !call.switches.oauthAcceptsBasic) return fields;
	const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
	return {
		...fields,
		client_id: unescaped(id),
		client_secret: unescaped(secret.join(':')),
	};
}

/** Some clients escape the two parts, some do not. */
function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function byCode(call: Call, fields: Fields): Answer {
	const grant = call.account.tokens.codes.get(fields['code'] ?? '');
	if (!grant) return refuse('Cannot decrypt the authorization code', 400);
	if (grant.used) return refuse('Authorization code has been revoked', 400);
	if (grant.expiresAt <= call.now) return refuse('Authorization code has expired', 400);
	if (fields['redirect_uri'] !== grant.redirectUri) return refuse('Invalid redirect URI', 400);
	return issued(call, grant);
}

function byRefresh(call: Call, fields: Fields): Answer {
	const grant = call.account.tokens.refresh.get(fields['refresh_token'] ?? '');
	if (!grant) return refuse('Cannot decrypt the refresh token', 401);
	const redirect = fields['redirect_uri'];
	const mustHaveRedirect = call.switches.strictOAuthRedirectOnRefresh;
	if (mustHaveRedirect && redirect !== grant.redirectUri) return refuse(undefined, 400);
	if (grant.used) return refuse('Token has been revoked', 401);
	if (grant.expiresAt <= call.now) return refuse('Token has expired', 401);
	return issued(call, grant);
}

function issued(call: Call, grant: Grant): Answer {
	// codes and refresh tokens are single use; the old one dies at once
	grant.used = true;
	const pair = issueTokens(call.account, grant, call.now);
	return {
		status: 200,
		type: 'application/json',
		body: {
			token_type: 'Bearer',
			expires_in: pair.expiresIn,
			...(call.switches.tokenHasServerTime ? { server_time: call.now } : {}),
			access_token: pair.accessToken,
			refresh_token: pair.refreshToken,
		},
	};
}
