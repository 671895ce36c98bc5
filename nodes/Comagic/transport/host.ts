import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { API_LABELS, BRANDS, URL_FIELDS, type ApiName, type BrandName } from './brands';

/** Where the requests of one API go. */
export interface Endpoint {
	/** Base URL without a trailing slash, e.g. `https://dataapi.comagic.ru/v2.0`. */
	url: string;
	/** Host without port, as n8n's `allowedDomains` wants it. */
	hostname: string;
	/** The brand as people call it. */
	brand: string;
}

/** Longer text is something else, a token for instance: it is not repeated in messages. */
const LONGEST_QUOTE = 80;
const PLAIN_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/;

/**
 * The endpoint of one API of a `comagicApi` credential, from what its form holds.
 * @throws InvalidValue when the brand has no such API, or the address cannot be used
 * @see fact sheet §1
 */
export function resolveEndpoint(credentials: IDataObject, api: ApiName): Endpoint {
	const brand = brandOf(credentials);
	if (brand === 'custom') return customEndpoint(credentials, api);
	const { name, urls } = BRANDS[brand];
	const url = urls[api];
	if (url !== null) return { url, hostname: new URL(url).hostname, brand: name };
	throw new InvalidValue(
		`${name} has no ${API_LABELS[api]}`,
		'Only Comagic and UIS still offer it. The resources of the Data API give the same data: reports instead of statistics, campaigns, sites and tags under the same names.',
	);
}

/** Where links to recordings lead: `app` for parts of a talk, `media` for the whole file (§B.8). */
export function recordingOrigins(credentials: IDataObject): { app: string; media: string } {
	const brand = brandOf(credentials);
	if (brand !== 'custom') return { app: BRANDS[brand].app, media: BRANDS[brand].media };
	const apis: ApiName[] = ['data', 'call', 'session'];
	const used = apis.find((api) => addressIn(credentials, api) !== '');
	// without any address nothing is asked, so that nothing has to be linked either
	const origin = used ? new URL(customEndpoint(credentials, used).url).origin : '';
	return { app: origin, media: origin };
}

function brandOf({ brand }: IDataObject): BrandName {
	const known: BrandName[] = ['comagic', 'uis', 'callgear', 'novofon', 'custom'];
	return known.find((one) => one === brand) ?? 'comagic';
}

function customEndpoint(credentials: IDataObject, api: ApiName): Endpoint {
	const { label } = URL_FIELDS[api];
	const entered = addressIn(credentials, api);
	if (entered === '') {
		throw new InvalidValue(
			`'${label}' is empty in the credential`,
			`Enter the address of the ${API_LABELS[api]}, or choose a brand instead of 'Custom'.`,
		);
	}
	const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`);
	requireUsable(url, entered, label);
	requireSafeScheme(url, credentials.allowPlainHttp === true, label);
	const path = url.pathname.replace(/\/+$/, '');
	return { url: `${url.origin}${path}`, hostname: url.hostname, brand: url.hostname };
}

function addressIn(credentials: IDataObject, api: ApiName): string {
	const value = credentials[URL_FIELDS[api].name];
	return typeof value === 'string' ? value.trim() : '';
}

function requireUsable(url: URL | null, entered: string, label: string): asserts url is URL {
	if (!url || !/^https?:$/.test(url.protocol) || !PLAIN_HOST.test(url.hostname)) {
		const quote = entered.length <= LONGEST_QUOTE && !entered.includes('@') ? `: '${entered}'` : '';
		throw new InvalidValue(
			`'${label}' is not a web address${quote}`,
			'Open the credential and enter an address such as https://dataapi.example.com/v2.0.',
		);
	}
	if (url.username === '' && url.password === '') return;
	throw new InvalidValue(
		`'${label}' contains a user name or a password`,
		'Open the credential and remove the part before the @: login and token have their own fields.',
	);
}

function requireSafeScheme(url: URL, allowPlainHttp: boolean, label: string): void {
	const isLocal = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
	if (url.protocol === 'https:' || allowPlainHttp || isLocal) return;
	throw new InvalidValue(
		`'${label}' starts with http://, so token and password would travel unencrypted`,
		"Open the credential and enter an address with https://, or switch on 'Allow Plain HTTP' if every machine on the way is yours.",
	);
}

function parse(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}
