import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidValue } from '../shared/invalidValue';
import { isTool } from '../shared/isTool';
import type { Connector } from '../shared/operation';
import { isBlank } from '../shared/readFields';
import { shown } from '../shared/shown';
import { labelsOf } from './fields/formLabels';
import { resources } from './resources';
import { ComagicSession, type SessionSettings } from './transport/session';

/** Records a model gets at most when the node is an agent's tool. */
const TOOL_RECORDS = 100;

/** What the engine needs to run the operations of Comagic. */
export const comagic: Connector<ComagicSession> = { resources, open };

async function open(context: IExecuteFunctions): Promise<ComagicSession> {
	return await ComagicSession.open(context, settings(context));
}

function settings(context: IExecuteFunctions): SessionSettings {
	const option = (name: string): unknown => context.getNodeParameter(`options.${name}`, 0, null);
	return {
		maxWaitMs: milliseconds(option('maxWait'), 'Max Wait (Seconds)', 0),
		timeoutMs: milliseconds(option('timeout'), 'Timeout (Seconds)', 1),
		retryCreates: option('retryCreates') === true,
		proxy: proxy(option('proxy')),
		skipSslCertificateValidation: option('allowUnauthorizedCerts') === true,
		labelOf: labelsOf(chosenOperation(context)),
		mayDelete: !isTool(context) || option('allowToolDelete') === true,
		mostRecords: isTool(context) ? TOOL_RECORDS : null,
	};
}

function chosenOperation(context: IExecuteFunctions) {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ option }) => option.value === operation);
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
