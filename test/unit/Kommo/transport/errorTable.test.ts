import { NodeApiError } from 'n8n-workflow';

import { errorTable, explain, type Failure } from '../../../../nodes/Kommo/transport/errorTable';
import { bareNode } from '../../../support/nodeTypes';
import { failure, hinted, problem } from './errorCases/builders';
import { noAnswerCases } from './errorCases/noAnswer';
import { refusalCases } from './errorCases/refusals';

/** A JWT by its shape; it belongs to nobody. */
const TOKEN = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${'Zm9v'.repeat(30)}.c2lnbmF0dXJl`;

const cases = [...noAnswerCases, ...refusalCases];

describe('the error table', () => {
	it.each(cases)('explains: %s (case %#)', (row, fields, message, advice) => {
		const explained = explain(failure(fields));
		if (typeof message === 'string') expect(explained.message).toBe(message);
		else expect(explained.message).toMatch(message);
		expect(explained.description).toContain(advice);
		expect(explained.reason).toBe(row);
	});

	it('has a case for every row, and no two rows of one name', () => {
		const rows = errorTable.map(({ name }) => name);
		expect([...new Set(cases.map(([row]) => row))].sort()).toEqual([...rows].sort());
	});

	it.each(cases)('reads as a plain statement: %s (case %#)', (_row, fields) => {
		const { message, description } = explain(failure(fields));
		expect(message).not.toMatch(/\b(?:error|problem|failure|mistake)\b/i);
		expect(`${message} ${description}`).not.toMatch(/\{\w+\}|undefined|null/);
		expect(message).not.toMatch(/\.$/);
		expect(description).toMatch(/[.…)]$|expected$/);
	});

	it.each(cases)('keeps its words inside n8n: %s (case %#)', (_row, fields) => {
		const explained = explain(failure(fields));
		// n8n replaces messages in which it finds the name of a system code
		const shown = new NodeApiError(bareNode, { status: fields.status ?? null }, explained);
		expect(shown.message).toBe(explained.message);
	});
});

describe('secrets', () => {
	const leaks: Array<[string, Partial<Failure>]> = [
		['in the detail', problem(400, 'Bad Request', `Bad token ${TOKEN}`)],
		['after Bearer', problem(401, 'Unauthorized', 'Bearer short-secret is bad')],
		['in the hint', hinted(`Unknown def50200${'ab12'.repeat(20)}`)],
		['in plain text', { status: 500, body: `refused ${TOKEN}` }],
		['in the exception', { message: `Invalid header ${TOKEN}` }],
		['in the redirect', { status: 302, headers: { location: `https://x.org/?t=${TOKEN}` } }],
		['in the query', { status: 404, path: `/api/v4/leads?access_token=${TOKEN}` }],
		['of a page', { status: 500, body: `<html>${TOKEN}` }],
	];

	it.each(leaks)('are never shown: %s', (_where, fields) => {
		const { message, description } = explain(failure(fields));
		expect(`${message} ${description}`).not.toMatch(/eyJ|Zm9v|def502|short-secret/);
	});
});

it('a row in braces said by the server is text, not a placeholder', () => {
	const { description } = explain(failure(problem(400, 'Bad Request', 'Unknown {host} $& key')));
	expect(description).toContain("'Unknown {host} $& key'");
});
