import type { EntityType } from '../model';
import { accountDomainOf, isLoopback } from './accountDomain';
import type { KommoHost } from './host';

/**
 * Id from the link of a card, e.g. `https://acme.kommo.com/leads/detail/7003`.
 * @returns the id, or null when the text is no link to a card of that kind
 */
export function entityUrlId(link: string, kind: EntityType): number | null {
	const path = parseUrl(link.trim())?.pathname ?? '';
	const digits = new RegExp(`/${kind}/detail/([1-9]\\d*)/?$`).exec(path)?.[1];
	const id = Number(digits);
	return Number.isSafeInteger(id) ? id : null;
}

/**
 * Path and query of a next-page link, to be joined with the host's own `origin` and `basePath`.
 * @returns null when the link leaves the host: the caller refuses it
 * @see fact sheet §3.2 (`_links.next.href`), design §3.2 (the token stays on its host)
 */
export function followable(nextHref: string, host: KommoHost): string | null {
	const url = parseUrl(nextHref, `${host.origin}${host.basePath}/`);
	if (!url || url.username !== '' || url.password !== '') return null;
	if (!/^https?:$/.test(url.protocol)) return null;
	const target = `${url.pathname}${url.search}`;
	// the answer behind a proxy carries the links of the real host: the proxy is asked for them
	if (accountDomainOf(host.hostname) === null && accountDomainOf(url.hostname) !== null) {
		return target;
	}
	if (!sameHost(url, host)) return null;
	return target.startsWith(`${host.basePath}/`) ? target.slice(host.basePath.length) : target;
}

/** Same name and port; a server behind a TLS proxy may write http:// into its links. */
function sameHost(url: URL, host: KommoHost): boolean {
	const own = new URL(host.origin);
	// a server on this machine may call itself localhost or 127.0.0.1
	const isOwn =
		url.hostname === own.hostname || (isLoopback(url.hostname) && isLoopback(own.hostname));
	return isOwn && (url.port === own.port || url.port === '');
}

/**
 * Whether the token may go to `link`: it lies on the files service that `/account` named.
 * @param driveUrl `drive_url` of the account
 * @param host the account's own host, which may serve the files too (a proxy, the sandbox)
 * @see fact sheet §1.1, §4.27
 */
export function driveHostAllowed(link: string, driveUrl: string, host?: KommoHost): boolean {
	const url = parseUrl(link);
	const drive = parseUrl(driveUrl);
	if (!url || !drive || url.origin !== drive.origin) return false;
	if (url.username !== '' || url.password !== '') return false;
	if (url.protocol === 'https:') return true;
	return url.protocol === 'http:' && (isLoopback(url.hostname) || url.origin === host?.origin);
}

function parseUrl(text: string, base?: string): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null;
	}
}
