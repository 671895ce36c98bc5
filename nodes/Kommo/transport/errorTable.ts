import { accessRows } from './errorRows/access';
import { connectionRows } from './errorRows/connection';
import { requestRows } from './errorRows/request';
import type { Condition, ErrorRow } from './errorRows/row';
import { serverRows } from './errorRows/server';
import { tokenEndpointRows } from './errorRows/tokenEndpoint';
import { factsOf, type Facts, type Failure } from './failureFacts';
import { describeValidation, validationProblems } from './validationProblems';

export type { Failure } from './failureFacts';
export {
	describeValidation,
	validationProblems,
	type ValidationProblem,
} from './validationProblems';

/** For people: what happened, and how to mend it. Neither ever holds a token. */
export interface Explanation {
	/** Name of the row. */
	reason: string;
	message: string;
	description: string;
}

/** From the special to the general: the first row that fits explains the failure. */
export const errorTable: readonly ErrorRow[] = [
	...connectionRows,
	...tokenEndpointRows,
	...accessRows,
	...requestRows,
	...serverRows,
];

const CREDENTIAL_NAMES: Record<Failure['credentialKind'], string> = {
	apiToken: 'Kommo / amoCRM API',
	oAuth2: 'Kommo / amoCRM OAuth2 API',
};

/**
 * The texts for a request that did not end well.
 * @see fact sheet §1.3, §1.6, §2.1, §3.3, §3.4, §7
 */
export function explain(failure: Failure): Explanation {
	const facts = factsOf(failure);
	const row = firstRow(facts);
	const values = placeholders(failure, facts);
	return {
		reason: row.name,
		message: fill(row.message, values),
		description: fill(row.description, values),
	};
}

function firstRow(facts: Facts): ErrorRow {
	const row = errorTable.find(({ when }) => when.some((condition) => holds(condition, facts)));
	if (!row) throw new Error('The error table has no last row');
	return row;
}

function holds(condition: Condition, facts: Facts): boolean {
	const { status, statusRange, code, legacy, hint, says, html, path, location } = condition;
	return (
		(!status || (facts.status !== null && status.includes(facts.status))) &&
		(!statusRange || isWithin(facts.status, statusRange)) &&
		(!code || code.includes(facts.code)) &&
		(!legacy || (facts.legacy !== null && legacy.includes(facts.legacy))) &&
		(!hint || hint.test(facts.hint)) &&
		(!says || says.test(facts.said)) &&
		(html === undefined || html === facts.html) &&
		(!path || path.test(facts.path)) &&
		(!location || location.test(facts.location)) &&
		(!condition.credential || condition.credential === facts.credentialKind) &&
		(!condition.bodyKey || hasKey(facts.body, condition.bodyKey))
	);
}

function isWithin(status: number | null, [from, to]: [number, number]): boolean {
	return status !== null && status >= from && status <= to;
}

function hasKey(body: unknown, key: string): boolean {
	return typeof body === 'object' && body !== null && key in body;
}

function placeholders(failure: Failure, facts: Facts): Record<string, string> {
	const said = facts.said.split('\n')[0] ?? '';
	return {
		host: failure.host,
		credential: CREDENTIAL_NAMES[failure.credentialKind],
		method: failure.method,
		path: facts.path,
		status: String(facts.status ?? ''),
		location: facts.location,
		wait: waitText(failure.retryAfterMs ?? null),
		said: said === '' ? '' : ` The service says: '${said.replace(/\.$/, '')}'.`,
		support:
			facts.supportId === '' ? '' : ` Its support finds the request by the id ${facts.supportId}.`,
		rows: refusedValues(facts.body),
	};
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

function refusedValues(body: unknown): string {
	const texts = validationProblems(body).map((problem) => {
		const row = problem.requestId === null ? '' : `Row ${problem.requestId}: `;
		return `${row}${describeValidation(problem, () => null)}`;
	});
	const more = texts.length > 5 ? [`and ${texts.length - 5} more`] : [];
	return [...texts.slice(0, 5), ...more].join('; ') || 'Check the values of the fields.';
}
