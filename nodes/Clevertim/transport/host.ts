import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';

/** Where the requests of one credential go. */
export interface ClevertimHost {
	/** Scheme, host and port, e.g. `https://www.clevertim.com`; no trailing slash. */
	origin: string;
	/** Path of a proxy in front of `/api`; empty for the vendor's own host. */
	basePath: string;
	/** Host without port, as n8n's `allowedDomains` wants it. */
	hostname: string;
	/** Ceiling of requests per second, 1 to 50. */
	requestsPerSecond: number;
}

/** Fact sheet §1; limits are not documented, so the pace is modest. */
export const DEFAULT_BASE_URL = 'https://www.clevertim.com/api';
export const DEFAULT_REQUESTS_PER_SECOND = 5;
const MAX_REQUESTS_PER_SECOND = 50;
/** Longer text is something else, a key for instance: it is not repeated in messages. */
const LONGEST_QUOTE = 80;

const PLAIN_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/;
const ADVICE = `Open the credential and enter an address such as ${DEFAULT_BASE_URL}.`;

/**
 * The host of a `clevertimApi` credential, from what its form holds.
 * @param credentials decrypted data: baseUrl, allowPlainHttp, requestsPerSecond
 * @throws InvalidValue naming the field and how to mend it
 * @see fact sheet §1
 */
export function resolveHost(credentials: IDataObject): ClevertimHost {
	const entered = textOf(credentials.baseUrl) || DEFAULT_BASE_URL;
	const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`);
	if (!url || !/^https?:$/.test(url.protocol) || !PLAIN_HOST.test(url.hostname)) {
		const quote = entered.length <= LONGEST_QUOTE && !entered.includes('@') ? `: '${entered}'` : '';
		throw new InvalidValue(`'Base URL' is not a web address${quote}`, ADVICE);
	}
	if (url.username !== '' || url.password !== '') {
		throw new InvalidValue(
			"'Base URL' contains a user name or a password",
			'Open the credential and remove the part before the @: the API key has its own field.',
		);
	}
	requireSafeScheme(url, credentials.allowPlainHttp === true);
	return {
		origin: url.origin,
		basePath: url.pathname.replace(/\/+$/, '').replace(/\/api$/i, ''),
		hostname: url.hostname,
		requestsPerSecond: requestsPerSecondOf(credentials.requestsPerSecond),
	};
}

function requireSafeScheme(url: URL, allowPlainHttp: boolean): void {
	const isLocal = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
	if (url.protocol === 'https:' || allowPlainHttp || isLocal) return;
	throw new InvalidValue(
		"'Base URL' starts with http://, so the API key would travel unencrypted",
		"Open the credential and enter an address with https://, or switch on 'Allow Plain HTTP' if every machine on the way is yours.",
	);
}

function requestsPerSecondOf(value: unknown): number {
	const text = textOf(value);
	const rate = text === '' ? DEFAULT_REQUESTS_PER_SECOND : Number(text);
	if (rate >= 1 && rate <= MAX_REQUESTS_PER_SECOND) return rate;
	throw new InvalidValue(
		`'Requests per Second' has to be a number from 1 to ${MAX_REQUESTS_PER_SECOND}`,
		'Open the credential and set it; the service documents no limit.',
	);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function parse(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}
