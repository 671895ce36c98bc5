import { masked } from '../../shared/masked';
import { shown } from '../../shared/shown';
import { labelOf } from '../fields/labels';
import { API_LABELS, type ApiName } from './brands';
import { callRows } from './callRows';
import { connectionRows } from './connectionRows';
import { legacyRows } from './legacyRows';
import { mnemonicRows } from './mnemonicRows';
import type { Failure } from './failure';

/**
 * One row of the table; all that `when` names must hold. Placeholders of the texts: `{api}`,
 * `{brand}`, `{host}`, `{method}`, `{status}`, `{field}` (the form's label), `{value}` (in quotes,
 * with a colon before it, or nothing), `{ip}`, `{limit}`, `{wait}`, `{text}` (the service's own
 * words) and `{said}` (a sentence with them, or nothing). What stands in `[]` is not told where the
 * request may have been carried out.
 */
export interface ErrorRow {
	name: string;
	when: {
		api?: ApiName[];
		mnemonic?: string[];
		/** Whether the service names the refusal. */
		named?: boolean;
		code?: string[];
		status?: number[];
		/** Both ends included. */
		statusRange?: [from: number, to: number];
		says?: RegExp;
		method?: RegExp;
		html?: boolean;
		/** The parameter that the refusal names. */
		field?: RegExp;
		/** Whether the refusal names a parameter. */
		hasField?: boolean;
	};
	message: string;
	description: string;
	/** Whether every further request would be refused as well. */
	endsRun?: boolean;
}

/** For people: what happened, and how to mend it. Neither ever holds a secret. */
export interface Explanation {
	message: string;
	description: string;
	endsRun: boolean;
}

/** What a message may say beside the failure itself. */
export interface Surroundings {
	/** Texts that must not show up: token, login, password, session key. */
	secrets: string[];
	/** Form label of a parameter, null when the form has no such field. */
	labelOf: (field: string) => string | null;
}

/** From the special to the general: the first row that fits explains the failure. */
export const errorTable: readonly ErrorRow[] = [
	...connectionRows,
	...legacyRows,
	...callRows,
	...mnemonicRows,
];

/** Values of these are never repeated. */
const SECRET_FIELD = /token|password|login|session_key/i;
const LONGEST_VALUE = 80;
const LONGEST_TEXT = 300;

/** The texts for a request that did not end well; fact sheet §A.1, §B.6, §C.4, §E. */
export function explain(failure: Failure, around: Surroundings, mayRepeat = true): Explanation {
	const safe = (text: string) => withoutSecrets(text, around.secrets);
	const said = isPage(failure.body) ? '' : oneLine(safe(failure.said)).slice(0, LONGEST_TEXT);
	const row = errorTable.find((one) => fits(one, failure, said));
	if (!row) throw new Error('The error table has no last row');
	const text = said.replace(/\.$/, '');
	const values: Record<string, string> = {
		api: API_LABELS[failure.api],
		brand: failure.brand,
		host: failure.host,
		method: failure.method,
		status: String(failure.status ?? ''),
		field: fieldText(failure, around),
		value: safe(valueText(failure)),
		ip: addressIn(said) ?? addressIn(safe(shown(failure.params.ip))) ?? 'this machine',
		limit: safe(shown(failure.params.limit_max_value)),
		wait: waitText(failure.retryAfterMs),
		text: text === '' ? 'it gave no reason' : text,
		said: text === '' ? '' : ` The service says: '${text}'.`,
	};
	return {
		message: fill(failure.field === undefined ? withoutField(row.message) : row.message, values),
		description: fill(advice(row.description, mayRepeat), values).replace(/ {2,}/g, ' ').trim(),
		endsRun: row.endsRun === true,
	};
}

/** The text for a refusal that does not say which parameter it is about. */
const withoutField = (text: string): string =>
	text.replace(/^'\{field\}'/, 'A parameter').replace(/'\{field\}'/, 'a parameter');

const advice = (text: string, mayRepeat: boolean): string =>
	text.replace(/\[(.+?)\]( ?)/g, mayRepeat ? '$1$2' : '');

/** The first IP address in a text. */
const addressIn = (text: string): string | undefined =>
	/\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]+:[0-9a-f]+/i.exec(text)?.[0];

function fits({ when }: ErrorRow, failure: Failure, said: string): boolean {
	const { status, code, mnemonic } = failure;
	return (
		(!when.api || when.api.includes(failure.api)) &&
		(!when.mnemonic || when.mnemonic.includes(mnemonic ?? '')) &&
		(when.named === undefined || when.named === (mnemonic !== undefined)) &&
		(!when.code || when.code.includes(code ?? '')) &&
		(!when.status || (status !== null && when.status.includes(status))) &&
		(!when.statusRange || isWithin(status, when.statusRange)) &&
		(!when.says || when.says.test(said)) &&
		(!when.method || when.method.test(failure.method)) &&
		(!when.field || when.field.test(failure.field ?? '')) &&
		(when.html === undefined || when.html === isPage(failure.body)) &&
		(when.hasField === undefined || when.hasField === (failure.field !== undefined))
	);
}

function isWithin(status: number | null, [from, to]: [number, number]): boolean {
	return status !== null && status >= from && status <= to;
}

function isPage(body: unknown): boolean {
	return typeof body === 'string' && /^\s*<(?:!doctype|html|head|body)/i.test(body);
}

/** `employee.phone_number` → the form's label, else the words of its last part. */
function fieldText({ field }: Failure, { labelOf: formLabel }: Surroundings): string {
	if (field === undefined) return '';
	const plain = field.replace(/^params\./, '').replace(/\[?\b\d+\b\]?\.?/g, '');
	return formLabel(plain) ?? wordsOf(plain);
}

function wordsOf(field: string): string {
	return field
		.split('.')
		.map(labelOf)
		.filter((part) => part !== '')
		.join(' → ');
}

function valueText({ field, value }: Failure): string {
	if (value === undefined || value === null || value === '') return '';
	if (field !== undefined && SECRET_FIELD.test(field)) return '';
	const text = oneLine(withoutSecretKeys(value));
	return `: ${text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text}`;
}

/** An echoed object may hold the access token or a password among its properties. */
function withoutSecretKeys(value: unknown): string {
	if (typeof value !== 'object') return shown(value);
	return JSON.stringify(value, (key, one: unknown) => (SECRET_FIELD.test(key) ? '…' : one));
}

/** Masks what the credential holds, and whatever looks like a token (72 hex in the samples, §C.1). */
export function withoutSecrets(text: string, secrets: string[]): string {
	return masked(text, secrets).replace(/\b[0-9a-f]{32,}\b/gi, '…');
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function fill(text: string, values: Record<string, string>): string {
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** "in 40 seconds", "in 5 minutes", "in 11 hours"; rounded up, so that nobody is back too early. */
export function waitText(ms: number | null): string {
	if (ms === null) return 'in a few minutes';
	const seconds = Math.max(1, Math.ceil(ms / 1000));
	if (seconds < 90) return seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
	if (seconds < 5400) return `in ${Math.ceil(seconds / 60)} minutes`;
	return `in ${Math.ceil(seconds / 3600)} hours`;
}
