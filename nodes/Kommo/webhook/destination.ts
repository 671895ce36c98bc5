import { randomBytes } from 'node:crypto';

import { isSameSecret } from '../../shared/sameSecret';
import { accountDomainOf } from '../transport/accountDomain';

/** Name of the query parameter with the secret; it also marks a destination as one of ours. */
const MARK = 'kommoTrigger';

/** 128 bits, safe in a URL. */
export function newSecret(): string {
	return randomBytes(16).toString('hex');
}

/** The address an account calls: n8n's own for the node, with the secret. */
export function destinationOf(webhookUrl: string, secret: string): string {
	const url = new URL(webhookUrl);
	url.searchParams.set(MARK, secret);
	return url.toString();
}

/** Whether a destination was made by this very node: same n8n, same path, our mark. */
export function isOwnDestination(destination: unknown, webhookUrl: string): boolean {
	if (typeof destination !== 'string' || !URL.canParse(destination)) return false;
	const [theirs, own] = [new URL(destination), new URL(webhookUrl)];
	const samePlace = theirs.origin === own.origin && theirs.pathname === own.pathname;
	return samePlace && theirs.searchParams.has(MARK);
}

/** Whether a request carries the secret; takes the same time wherever a wrong one differs. */
export function carriesSecret(query: object, secret: unknown): boolean {
	return isSameSecret(Reflect.get(query, MARK), secret);
}

const PRIVATE_HOSTS: readonly RegExp[] = [
	/^(?:.+\.)?localhost$/,
	// a bare name means something inside of one network only
	/^[^.:]+$/,
	/\.(?:internal|lan|local|home|home\.arpa|corp|test|invalid)$/,
	/^(?:0|10|127)(?:\.\d+){3}$/,
	/^(?:192\.168|169\.254)(?:\.\d+){2}$/,
	/^172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}$/,
	/^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d+){2}$/,
	/^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/,
	/^\[::ffff:(?:7f|a[0-9a-f]{2}:|ac1[0-9a-f]:|c0a8:|a9fe:|64[4-7][0-9a-f]:).*\]$/,
];

/** Whether a host can be reached from the same machine or network only. */
export function isPrivateHost(hostname: string): boolean {
	const bare = hostname.toLowerCase().replace(/\.$/, '');
	return PRIVATE_HOSTS.some((pattern) => pattern.test(bare));
}

/** Whether the account's servers are out on the internet, where a private address means nothing. */
export function isPublicAccount(hostname: string): boolean {
	return accountDomainOf(hostname) !== null || !isPrivateHost(hostname);
}
