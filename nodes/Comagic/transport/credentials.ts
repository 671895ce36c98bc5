import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';

export const CREDENTIAL = 'comagicApi';

/** How a credential proves who it is. */
export type Proof =
	{ kind: 'accessToken'; accessToken: string } | { kind: 'login'; login: string; password: string };

/**
 * What a `comagicApi` credential holds, made ready for the wire.
 * @throws InvalidValue naming the empty field
 * @see fact sheet §A.2, §B.2
 */
export function proofOf(credentials: IDataObject): Proof {
	if (credentials.authentication === 'login') {
		return {
			kind: 'login',
			login: required(shown(credentials.login).trim(), 'Login'),
			// spaces may belong to a password
			password: required(shown(credentials.password), 'Password'),
		};
	}
	const token = shown(credentials.accessToken).replace(/\s+/g, '');
	return { kind: 'accessToken', accessToken: required(token, 'Access Token') };
}

/** Novofon's cabinet may show a key as `appid_12_…` (fact sheet §B.2, unverified). */
export const withoutAppId = (key: string): string => key.replace(/^appid_\d+[_:.-]/i, '');

/** Login and password for the Session API, which knows no tokens (fact sheet §A.2). */
export function loginOf(credentials: IDataObject): Extract<Proof, { kind: 'login' }> {
	const proof = proofOf(credentials);
	if (proof.kind === 'login') return proof;
	throw new InvalidValue(
		'The Session API takes login and password, but the credential holds an access token',
		"Choose 'Login and Password' under Authentication in the credential, or use a resource of the Data API: it takes access tokens.",
	);
}

/** The user an agent acts for: a whole number, or null. */
export function userIdOf(value: unknown, label: string): number | null {
	const text = shown(value).trim();
	if (text === '' || text === '0') return null;
	const id = Number(text);
	if (Number.isSafeInteger(id) && id > 0) return id;
	throw new InvalidValue(
		`'${label}' is not the ID of a user: ${text}`,
		"Enter digits. An agent finds the users of its customers with 'User' → 'Get Many'.",
	);
}

/** Texts that must not show up anywhere, also in their encoded forms. */
export function secretsOf(credentials: IDataObject): string[] {
	const own = [credentials.accessToken, credentials.password, credentials.login].map(shown);
	const trimmed = [...own, ...own.map((one) => withoutAppId(one.replace(/\s+/g, '')))];
	const forms = trimmed.flatMap((one) => [one, encodeURIComponent(one), inForm(one), inJson(one)]);
	return [...new Set(forms)].filter((one) => one.trim() !== '');
}

/** As a text stands in a form body, where more is escaped than in a URL. */
const inForm = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

/** As a text stands in a JSON body, without its quotes. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Names a credential without telling it, for what all its users share. */
export function fingerprint(...parts: Array<string | number | null>): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function required(value: string, label: string): string {
	if (value !== '') return value;
	throw new InvalidValue(
		`'${label}' is empty in the credential`,
		`Open the credential 'Comagic API' and enter it.`,
	);
}
