import isEmpty from 'lodash/isEmpty';

import { masked } from '../../shared/masked';
import { shown } from '../../shared/shown';
import { isRecord, type HttpMethod } from '../../shared/wire';
import { connectionRows, requestRows, type ErrorRow } from './errorRows';

/** A request that did not end well, as the transport saw it. */
export interface Failure {
	/** HTTP status, null when no answer came. */
	status: number | null;
	/** Connection code (`ECONNREFUSED`, …), `BAD_ANSWER`. */
	code?: string | undefined;
	/** Parsed JSON, or the text. */
	body: unknown;
	/** Message of the exception, for what n8n itself refuses. */
	message?: string | undefined;
	method: HttpMethod;
	path: string;
	host: string;
	/** "No contact has the ID 7", for requests about one record. */
	missing: string | null;
	/** Milliseconds until a further request is welcome, null when nobody knows. */
	retryAfterMs: number | null;
	/** Texts that must not show up: the API key, in every form. */
	secrets: string[];
}

/** For people: what happened, and how to mend it. Neither ever holds the key. */
export interface Explanation {
	message: string;
	description: string;
}

/** From the special to the general: the first row that fits explains the failure. */
export const errorTable: readonly ErrorRow[] = [...connectionRows, ...requestRows];

/** The texts for a request that did not end well; fact sheet §2, §3. */
export function explain(failure: Failure): Explanation {
	const said = saidBy(failure);
	const row = errorTable.find((one) => fits(one, failure, said));
	if (!row) throw new Error('The error table has no last row');
	const values: Record<string, string> = {
		host: failure.host,
		method: failure.method,
		path: failure.path,
		status: String(failure.status ?? ''),
		missing: failure.missing ?? '',
		wait: waitText(failure.retryAfterMs),
		text: said === '' ? 'it gave no reason' : said.replace(/\.$/, ''),
		said: said === '' ? '' : ` The service says: '${said.replace(/\.$/, '')}'.`,
	};
	return { message: fill(row.message, values), description: fill(row.description, values) };
}

function fits({ when }: ErrorRow, failure: Failure, said: string): boolean {
	const { status, statusRange, code, says, html, record, method } = when;
	return (
		(!status || (failure.status !== null && status.includes(failure.status))) &&
		(!statusRange || isWithin(failure.status, statusRange)) &&
		(!code || code.includes(failure.code ?? '')) &&
		(!says || says.test(said)) &&
		(!method || method === failure.method) &&
		(record === undefined || record === (failure.missing !== null)) &&
		(html === undefined || html === isPage(failure.body))
	);
}

function isWithin(status: number | null, [from, to]: [number, number]): boolean {
	return status !== null && status >= from && status <= to;
}

function isPage(body: unknown): boolean {
	return typeof body === 'string' && /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(body);
}

/** The answer's `error`, its text, or the exception's message; without secrets, on one line. */
function saidBy({ body, message, secrets }: Failure): string {
	const own: unknown = isRecord(body) ? body.error : isPage(body) ? '' : body;
	// reasons per field may come as an object or a list
	const text = isEmpty(own) ? (message ?? '') : shown(own);
	return withoutSecrets(text, secrets).replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** Masks the key, and whatever looks like one (sample keys have 30 and 55 characters, §2). */
export function withoutSecrets(text: string, secrets: string[]): string {
	return masked(text, secrets)
		.replace(/\bBasic\s+\S+/gi, 'Basic …')
		.replace(/[A-Za-z0-9+/=_-]{30,}/g, '…');
}

function fill(text: string, values: Record<string, string>): string {
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** "in 40 seconds", "in 5 minutes"; rounded up, so that nobody comes back too early. */
function waitText(ms: number | null): string {
	if (ms === null) return 'in a few minutes';
	const seconds = Math.max(1, Math.ceil(ms / 1000));
	if (seconds < 90) return seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
	return `in ${Math.ceil(seconds / 60)} minutes`;
}
