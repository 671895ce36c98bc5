import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/wire';

/** A request that did not end well, as the transport saw it. */
export interface Failure {
	/** HTTP status, null when no answer came. */
	status: number | null;
	/** Connection code (`ECONNREFUSED`, …), `BAD_ANSWER` for cut-off JSON, `REDIRECT`, `NO_BODY`. */
	code?: string | undefined;
	/** Parsed JSON or the text; of the token endpoint too, as n8n's exception carries it. */
	body: unknown;
	/** Message of the exception, for what n8n itself refuses. */
	message?: string | undefined;
	headers?: IDataObject | undefined;
	method: string;
	path: string;
	/** Host name of the account. */
	host: string;
	credentialKind: 'apiToken' | 'oAuth2';
	/** Milliseconds until a further request is welcome, null when nobody knows. */
	retryAfterMs?: number | null | undefined;
}

/** What the rows of the error table look at. */
export interface Facts {
	status: number | null;
	code: string;
	credentialKind: Failure['credentialKind'];
	path: string;
	body: unknown;
	/** The answer is a web page. */
	html: boolean;
	/** `hint` of the token endpoint (fact sheet §1.3). */
	hint: string;
	/** Everything the answer says in words, and the exception's message. */
	said: string;
	/** Numeric code of older APIs (fact sheet §1.6). */
	legacy: number | null;
	/** Host a redirect leads to. */
	location: string;
	/** `trace_id` of the body, else the header `X-Request-Id`: for the support. */
	supportId: string;
}

/** Digests a failure once; texts of the server are already without secrets. */
export function factsOf(failure: Failure): Facts {
	const body = parsed(failure.body);
	const record = isRecord(body) ? body : {};
	const page = typeof body === 'string' && /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(body);
	const inner = isRecord(record.response) ? record.response : {};
	const words = page || typeof body !== 'string' ? '' : body;
	const headers = failure.headers ?? {};
	return {
		status: failure.status,
		code: failure.code ?? '',
		credentialKind: failure.credentialKind,
		path: failure.path.replace(/[?#].*$/s, ''),
		body,
		html: page || (typeof body === 'string' && contentType(headers).includes('html')),
		hint: textOf(record.hint),
		said: [
			record.hint,
			record.detail,
			record.title,
			record.error,
			inner.error,
			words,
			failure.message,
		]
			.map((part) => withoutSecrets(textOf(part)))
			.filter((part) => part !== '')
			.join('\n'),
		legacy: legacyCode(record),
		location: hostOf(header(headers, 'location')),
		supportId: (textOf(record.trace_id) || header(headers, 'x-request-id')).slice(0, 80),
	};
}

/** Masks what looks like a token (fact sheet §1.3: JWT, `def502…`) and cuts to a readable length. */
export function withoutSecrets(text: string): string {
	return text
		.replace(/\bBearer\s+\S+/gi, 'Bearer …')
		.replace(/\beyJ[\w-]+(?:\.[\w-]*)*/g, '…')
		.replace(/[\w+=-]{40,}/g, '…')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 300);
}

function parsed(body: unknown): unknown {
	if (typeof body !== 'string' || !/^\s*[{[]/.test(body)) return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

/** Older answers carry it as `code`, `error_code` or inside `response`. */
function legacyCode(record: IDataObject): number | null {
	const inner = isRecord(record.response) ? record.response : {};
	const code = Number(textOf(record.error_code ?? record.code ?? inner.error_code) || NaN);
	return Number.isInteger(code) ? code : null;
}

function header(headers: IDataObject, name: string): string {
	const key = Object.keys(headers).find((one) => one.toLowerCase() === name);
	return key === undefined ? '' : textOf(headers[key]);
}

function contentType(headers: IDataObject): string {
	return header(headers, 'content-type').toLowerCase();
}

function hostOf(location: string): string {
	return URL.canParse(location) ? new URL(location).hostname : '';
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
