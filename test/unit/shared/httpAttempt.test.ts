import { answerEnd, exceptionEnd, FINAL, statusOutcome } from '../../../nodes/shared/httpAttempt';

describe('an answer', () => {
	it.each<[unknown, { body: unknown; isJson: boolean }]>([
		['{"a":1}', { body: { a: 1 }, isJson: true }],
		['[]', { body: [], isJson: true }],
		['', { body: null, isJson: true }],
		[undefined, { body: null, isJson: true }],
		[{ a: 1 }, { body: { a: 1 }, isJson: true }],
		['<html>', { body: '<html>', isJson: false }],
		['{"a":', { body: '{"a":', isJson: false }],
	])('%p', (body, parsed) => {
		expect(answerEnd({ body, headers: { x: 'y' }, statusCode: 201 })).toEqual({
			kind: 'answer',
			status: 201,
			headers: { x: 'y' },
			...parsed,
		});
	});

	it('that refuses carries the delay the server asks for', () => {
		const end = { status: 429, body: null, headers: { 'retry-after': '2' } };
		expect(statusOutcome(end, 0)).toEqual({ kind: 'status', status: 429, retryAfterMs: 2000 });
	});
});

describe('an exception', () => {
	const client = (more: object, cause?: Error) =>
		Object.assign(new Error('inner', { cause }), { isAxiosError: true, ...more });
	const wrapped = (error: Error) => new Error('outer', { cause: error });

	it.each<[string, Error, string | undefined, object]>([
		[
			'a broken connection',
			client({ code: 'ECONNRESET' }, new Error('socket hang up')),
			'ECONNRESET',
			{ kind: 'unknown' },
		],
		['a time-out', client({ code: 'ECONNABORTED' }), 'ECONNABORTED', { kind: 'unknown' }],
		['nobody there', client({ code: 'ECONNREFUSED' }), 'ECONNREFUSED', { kind: 'notSent' }],
		[
			'a plain socket exception',
			Object.assign(new Error('x'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
			'ENOTFOUND',
			{ kind: 'notSent' },
		],
		['a refusal of n8n itself', new Error('Domain not allowed'), undefined, FINAL],
	])('%s, bare and wrapped by n8n', (_name, error, code, outcome) => {
		expect(exceptionEnd(error)).toMatchObject({ kind: 'exception', code, outcome });
		expect(exceptionEnd(wrapped(error))).toMatchObject({ message: 'outer', code, outcome });
	});

	it('that is an answer is read as one', () => {
		const response = { status: 401, data: '{"error":"x"}', headers: { a: 'b' } };
		expect(exceptionEnd(wrapped(client({ response })))).toEqual({
			kind: 'answer',
			status: 401,
			body: { error: 'x' },
			headers: { a: 'b' },
			isJson: true,
		});
	});

	it('that has a success without its body is a connection that broke off', () => {
		const response = { status: 200, data: undefined, headers: {} };
		const code = 'ERR_BAD_RESPONSE';
		expect(exceptionEnd(wrapped(client({ code, response })))).toMatchObject({
			kind: 'exception',
			code: 'BAD_ANSWER',
			outcome: { kind: 'unknown' },
		});
	});

	it('that is none at all is final', () => {
		expect(exceptionEnd('odd')).toEqual({
			kind: 'exception',
			code: undefined,
			message: 'odd',
			outcome: FINAL,
		});
	});
});
