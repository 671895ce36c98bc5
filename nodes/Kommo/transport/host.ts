import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { ACCOUNT_DOMAINS, accountDomainOf, isLoopback, type AccountDomain } from './accountDomain';

export { driveHostAllowed, entityUrlId, followable } from './links';

/** Where the requests of one credential go. */
export interface KommoHost {
	/** Scheme, host and port, e.g. `https://acme.kommo.com`; no trailing slash. */
	origin: string;
	/** Path of a proxy in front of the API, e.g. `/crm`; empty for the vendor's own hosts. */
	basePath: string;
	/** Host without port, as n8n's `allowedDomains` wants it. */
	hostname: string;
	product: 'kommo' | 'amocrm';
	/** Ceiling of requests per second, 1 to 50. */
	requestsPerSecond: number;
}

export const DEFAULT_REQUESTS_PER_SECOND = 7;
const MAX_REQUESTS_PER_SECOND = 50;
/** Longer text is something else, a token for instance: it is not repeated in messages. */
const LONGEST_QUOTE = 80;

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
/** Hosts of the vendor that are no accounts (fact sheet §1.1). */
const SERVICE_LABEL = /^(?:www|amojo|(?:api|drive)-[a-z])$/;
const PLAIN_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/;

const SUBDOMAIN_ADVICE =
	"Open the credential and enter the first part of the account's address: for https://acme.kommo.com it is 'acme'.";
const BASE_URL_ADVICE =
	"Open the credential and enter an address such as 'https://crm-proxy.example.com', without '/api/v4'.";

/**
 * The host of a credential (`kommoApi` or `kommoOAuth2Api`), from what its form holds.
 * @param credentials decrypted data: hostType, subdomain, domain, baseUrl, allowPlainHttp, requestsPerSecond
 * @throws InvalidValue naming the field and how to mend it
 * @see fact sheet §1.1 (hosts), §2.1 (7 requests per second)
 */
export function resolveHost(credentials: IDataObject): KommoHost {
	const address =
		credentials.hostType === 'custom'
			? customAddress(credentials)
			: accountAddress(textOf(credentials.subdomain), domainOf(credentials.domain));
	return { ...address, requestsPerSecond: requestsPerSecondOf(credentials.requestsPerSecond) };
}

type Address = Omit<KommoHost, 'requestsPerSecond'>;

function productOf(domain: AccountDomain): KommoHost['product'] {
	return domain === 'kommo.com' ? 'kommo' : 'amocrm';
}

function accountAddress(entered: string, chosen: AccountDomain): Address {
	if (entered === '') throw new InvalidValue("'Subdomain' is empty", SUBDOMAIN_ADVICE);
	const host = entered.toLowerCase().replace(/^[a-z]+:\/+/, '');
	if (/^[^/?#]*@/.test(host)) {
		throw new InvalidValue("'Subdomain' contains an '@'", SUBDOMAIN_ADVICE);
	}
	const bare = host.replace(/[/?#:].*$/s, '').replace(/\.+$/, '');
	const pasted = accountDomainOf(bare);
	// a pasted address says more than the dropdown beside it
	const domain = pasted ?? chosen;
	const label = pasted ? bare.slice(0, -(pasted.length + 1)) : bare;
	if (SERVICE_LABEL.test(label)) {
		throw new InvalidValue(
			`'Subdomain' names '${label}.${domain}', which is not the address of an account`,
			SUBDOMAIN_ADVICE,
		);
	}
	if (!LABEL.test(label) || label.length > 63) throw notAnAccount(bare, label, pasted !== null);
	return vendorAddress(`${label}.${domain}`, domain);
}

function notAnAccount(bare: string, label: string, onVendor: boolean): InvalidValue {
	const foreign = !onVendor && label.includes('.') && PLAIN_HOST.test(label);
	if (foreign && label.length <= LONGEST_QUOTE) {
		return new InvalidValue(
			`'Subdomain' names '${label}', which is neither a Kommo nor an amoCRM domain`,
			`${SUBDOMAIN_ADVICE} To go through a proxy, choose 'Custom Base URL' under 'Connect To'.`,
		);
	}
	const quote = bare !== '' && bare.length <= LONGEST_QUOTE ? `: '${bare}'` : '';
	return new InvalidValue(`'Subdomain' is not the address of an account${quote}`, SUBDOMAIN_ADVICE);
}

function vendorAddress(hostname: string, domain: AccountDomain): Address {
	return { origin: `https://${hostname}`, basePath: '', hostname, product: productOf(domain) };
}

function customAddress(credentials: IDataObject): Address {
	const entered = textOf(credentials.baseUrl);
	if (entered === '') throw new InvalidValue("'Base URL' is empty", BASE_URL_ADVICE);
	const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`);
	if (!url || !/^https?:$/.test(url.protocol) || !PLAIN_HOST.test(url.hostname)) {
		const quote = entered.length <= LONGEST_QUOTE && !entered.includes('@') ? `: '${entered}'` : '';
		throw new InvalidValue(`'Base URL' is not a web address${quote}`, BASE_URL_ADVICE);
	}
	if (url.username !== '' || url.password !== '') {
		throw new InvalidValue(
			"'Base URL' contains a user name or a password",
			'Open the credential and remove the part before the @: the token has its own field.',
		);
	}
	const domain = accountDomainOf(url.hostname);
	// the account's own address pasted here: its path is a page of the CRM, not a proxy's
	if (domain) return accountAddress(url.hostname, domain);
	requireSafeScheme(url, credentials.allowPlainHttp === true);
	return {
		origin: url.origin,
		basePath: proxyPath(url.pathname),
		hostname: url.hostname,
		product: productOf(domainOf(credentials.domain)),
	};
}

function requireSafeScheme(url: URL, allowPlainHttp: boolean): void {
	if (url.protocol === 'https:' || allowPlainHttp || isLoopback(url.hostname)) return;
	throw new InvalidValue(
		"'Base URL' starts with http://, so the token would travel unencrypted",
		"Open the credential and enter an address with https://, or switch on 'Allow Plain HTTP' if every machine on the way is yours.",
	);
}

/** `/crm/api/v4/leads/` → `/crm` */
function proxyPath(pathname: string): string {
	return pathname
		.replace(/\/+$/, '')
		.replace(/\/api\/v4(?:\/.*)?$/i, '')
		.replace(/\/+$/, '');
}

function domainOf(value: unknown): AccountDomain {
	const text = textOf(value);
	const known = ACCOUNT_DOMAINS.find((domain) => domain === text);
	if (known) return known;
	if (text === '') return ACCOUNT_DOMAINS[0];
	throw new InvalidValue(
		"'Domain' is not one of the domains of Kommo and amoCRM",
		`Open the credential and choose one of ${ACCOUNT_DOMAINS.join(', ')}.`,
	);
}

function requestsPerSecondOf(value: unknown): number {
	const text = textOf(value);
	const rate = text === '' ? DEFAULT_REQUESTS_PER_SECOND : Number(text);
	if (rate >= 1 && rate <= MAX_REQUESTS_PER_SECOND) return rate;
	throw new InvalidValue(
		`'Requests per Second' has to be a number from 1 to ${MAX_REQUESTS_PER_SECOND}`,
		`Open the credential and set it; the service allows ${DEFAULT_REQUESTS_PER_SECOND}.`,
	);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function parse(text: string, base?: string): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null;
	}
}
