import type { IHttpRequestOptions } from 'n8n-workflow';

import { InvalidValue } from './invalidValue';
import { isBlank } from './readFields';
import type { RetryLimits } from './retryPolicy';
import { shown } from './shown';

/** How one request travels. */
export interface TransportSettings {
	/** Milliseconds until an answer has to be there. */
	timeoutMs?: number;
	proxy?: IHttpRequestOptions['proxy'];
	skipSslCertificateValidation?: boolean;
}

/**
 * How requests travel, from the options of the form.
 * @param option a value of the collection `options`, null when it was not added
 * @throws InvalidValue naming the option
 */
export function readTransportSettings(
	option: (name: string) => unknown,
): TransportSettings & Partial<RetryLimits> {
	return {
		maxWaitMs: milliseconds(option('maxWait'), 'Max Wait (Seconds)', 0),
		timeoutMs: milliseconds(option('timeout'), 'Timeout (Seconds)', 1),
		retryCreates: option('retryCreates') === true,
		proxy: proxy(option('proxy')),
		skipSslCertificateValidation: option('allowUnauthorizedCerts') === true,
	};
}

function milliseconds(value: unknown, label: string, least: number): number | undefined {
	if (value === null) return undefined;
	const seconds = Number(value);
	if (Number.isFinite(seconds) && seconds >= least) return seconds * 1000;
	throw new InvalidValue(`'${label}' is not a number from ${least} up: ${shown(value)}`);
}

function proxy(value: unknown): IHttpRequestOptions['proxy'] {
	if (isBlank(value)) return undefined;
	const text = shown(value);
	if (!URL.canParse(text)) {
		throw new InvalidValue(
			"'Proxy' is not a web address",
			'Enter an address such as http://proxy.example.com:3128.',
		);
	}
	const { protocol, hostname, port, username, password } = new URL(text);
	const scheme = protocol.replace(':', '');
	const auth = {
		username: decodeURIComponent(username),
		password: decodeURIComponent(password),
	};
	return {
		protocol: scheme,
		host: hostname,
		port: Number(port) || (scheme === 'https' ? 443 : 80),
		...(username === '' ? {} : { auth }),
	};
}
