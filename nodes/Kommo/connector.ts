import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidValue } from '../shared/invalidValue';
import type { Connector } from '../shared/operation';
import { isBlank } from '../shared/readFields';
import { resources } from './resources';
import type { SendSettings } from './transport/send';
import { KommoSession, type CredentialType } from './transport/session';
import { shown } from '../shared/shown';

/** What the engine needs to run the operations of Kommo / amoCRM. */
export const kommo: Connector<KommoSession> = { resources, open };

async function open(context: IExecuteFunctions): Promise<KommoSession> {
	const authentication = context.getNodeParameter('authentication', 0, 'apiToken');
	return await KommoSession.open(context, credentialType(authentication), settings(context));
}

/** The credential type behind the form's choice. */
export function credentialType(authentication: unknown): CredentialType {
	return authentication === 'oAuth2' ? 'kommoOAuth2Api' : 'kommoApi';
}

function settings(context: IExecuteFunctions): SendSettings {
	const option = (name: string): unknown => context.getNodeParameter(`options.${name}`, 0, null);
	return {
		maxWaitMs: atLeast(MIN_WAIT_MS, milliseconds(option('maxWait'), 'Max Wait (Seconds)', 0)),
		timeoutMs: milliseconds(option('timeout'), 'Timeout (Seconds)', 1),
		retryCreates: option('retryCreates') === true,
		proxy: proxy(option('proxy')),
		skipSslCertificateValidation: option('allowUnauthorizedCerts') === true,
	};
}

/** Even a request that must not wait needs a moment to get its turn. */
const MIN_WAIT_MS = 50;

function atLeast(least: number, value: number | undefined): number | undefined {
	return value === undefined ? undefined : Math.max(least, value);
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
	const url = new URL(text);
	return {
		protocol: url.protocol.replace(':', ''),
		host: url.hostname,
		port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
		...(url.username === ''
			? {}
			: {
					auth: {
						username: decodeURIComponent(url.username),
						password: decodeURIComponent(url.password),
					},
				}),
	};
}
