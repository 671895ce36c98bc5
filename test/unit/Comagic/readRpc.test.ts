import { answerEnd } from '../../../nodes/shared/httpAttempt';
import { readLegacy } from '../../../nodes/Comagic/transport/readLegacy';
import {
	limitsIn,
	readRpc,
	spentPeriod,
	type Asked,
} from '../../../nodes/Comagic/transport/readRpc';

const asked: Asked = { api: 'data', method: 'x.y', kind: 'GET', host: 'h', brand: 'Comagic' };

const answered = (body: unknown, statusCode = 200) =>
	answerEnd({
		body: typeof body === 'string' ? body : JSON.stringify(body),
		headers: {},
		statusCode,
	});
const rpc = (body: unknown, status = 200) => readRpc(answered(body, status), asked);
const result = (value: unknown) => rpc({ jsonrpc: '2.0', id: 'n8n-1', result: value });

const refusal = (data: object, more: object = {}) =>
	rpc({ jsonrpc: '2.0', id: null, error: { code: -32602, message: 'No', data, ...more } });

describe('the shapes of a result (fact sheet §B.5)', () => {
	const metadata = { total_items: 1, limits: { day_remaining: 1 } };

	it.each<[what: string, given: unknown, data: unknown]>([
		['a list', { data: [{ id: 1 }], metadata }, [{ id: 1 }]],
		['a created record under data', { data: { id: 7 }, metadata }, { id: 7 }],
		['a created record beside metadata', { id: 7, metadata }, { id: 7 }],
		['nothing under data', { data: {}, metadata }, {}],
		['nothing at all', {}, {}],
		['only metadata', { metadata }, {}],
		['null under data', { data: null, metadata }, {}],
		['the text "true" beside metadata', { success: 'true', metadata }, { success: true }],
		['the text "true" under data', { data: { success: 'true' } }, { success: true }],
		['a true boolean', { data: { success: true } }, { success: true }],
		['a bare list', [{ id: 1 }], [{ id: 1 }]],
		['null', null, {}],
	])('%s', (_what, given, data) => {
		expect(result(given)).toMatchObject({ ok: true, value: { data } });
	});

	it('keeps what metadata says', () => {
		expect(result({ data: [], metadata })).toMatchObject({ value: { metadata } });
	});
});

describe('refusals (fact sheet §B.6)', () => {
	it('tells mnemonic, field, value and words', () => {
		const data = { mnemonic: 'data_type_error', field: 'a.b', value: '42', params: {} };
		expect(refusal(data)).toMatchObject({
			ok: false,
			outcome: { kind: 'status', status: 400 },
			failure: { mnemonic: 'data_type_error', field: 'a.b', value: '42', said: 'No', status: 200 },
		});
	});

	it('does without details', () => {
		expect(rpc({ error: { code: -32700, message: 'Parse error' } })).toMatchObject({
			failure: { said: 'Parse error', field: undefined, params: {} },
		});
	});

	it('that are the server’s fault may have been carried out', () => {
		expect(refusal({ mnemonic: 'internal_error' })).toMatchObject({ outcome: { status: 500 } });
		expect(refusal({}, { code: -32603 })).toMatchObject({ outcome: { status: 500 } });
		expect(refusal({}, { code: '-32603' })).toMatchObject({ outcome: { status: 500 } });
	});

	it.each([
		[500, 'status', 500],
		[503, 'status', 503],
		[429, 'status', 429],
	])('without a name count by their status %s', (given, kind, status) => {
		const end = rpc({ error: { code: given, message: 'Upstream' } }, given);
		expect(end).toMatchObject({ ok: false, outcome: { kind, status } });
	});

	it('with a name are final, whatever their status', () => {
		const error = { code: -32602, message: 'No', data: { mnemonic: 'entity_not_found' } };
		expect(rpc({ error }, 500)).toMatchObject({ outcome: { status: 400 } });
	});

	it('for lack of points are known by their code', () => {
		const message = 'Limit per minute has been exceeded.';
		expect(rpc({ error: { code: '-32029', message } })).toMatchObject({
			outcome: { status: 429 },
			failure: { mnemonic: 'limit_exceeded', retryAfterMs: 60_000 },
		});
	});

	it.each([[{ success: false }], [{ data: { success: 'false' } }]])(
		'%j says that a write was not carried out',
		(given) => {
			const body = { jsonrpc: '2.0', id: 'n8n-1', result: given };
			const write: Asked = { ...asked, kind: 'POST' };
			expect(readRpc(answered(body), write)).toMatchObject({ ok: false, outcome: { status: 400 } });
			expect(readRpc(answered(body), { ...write, api: 'call' })).toMatchObject({ ok: true });
		},
	);

	const limits = { minute_reset: 41, day_reset: 40_000 };

	it.each<[what: string, data: object, message: string, outcome: object, waitMs: number | null]>([
		[
			'the minute, in params',
			{ params: { limit_type: 'minute' }, metadata: { limits } },
			'No',
			{ kind: 'status', status: 429, retryAfterMs: 41_000 },
			41_000,
		],
		[
			'the minute, in words',
			{ metadata: { limits } },
			'Limit per minute has been exceeded.',
			{ kind: 'status', status: 429, retryAfterMs: 41_000 },
			41_000,
		],
		[
			'the minute, without its end',
			{ params: { limit_type: 'minute' } },
			'No',
			{ kind: 'status', status: 429, retryAfterMs: 60_000 },
			60_000,
		],
		[
			'the day',
			{ params: { limit_type: 'day' }, metadata: { limits } },
			'No',
			{ kind: 'status', status: 400 },
			40_000_000,
		],
		['the day, without its end', {}, 'Limit per day has been exceeded.', { status: 400 }, null],
	])('for lack of points: %s', (_what, data, message, outcome, retryAfterMs) => {
		const end = refusal({ mnemonic: 'limit_exceeded', ...data }, { message });
		expect(end).toMatchObject({ ok: false, outcome, failure: { retryAfterMs } });
	});

	it('tell which budget is meant', () => {
		const failure = { params: { limit_type: 'day' }, said: 'per minute' };
		const end = refusal({ mnemonic: 'limit_exceeded', ...failure });
		expect(end.ok ? null : spentPeriod(end.failure)).toBe('day');
	});

	it('tell what is left, as results do', () => {
		expect(limitsIn({ error: { data: { metadata: { limits } } } })).toEqual(limits);
		expect(limitsIn({ limits })).toEqual(limits);
		expect(limitsIn({})).toBeNull();
	});
});

describe('what is no answer', () => {
	it.each([
		['half of one', '{"jsonrpc":"2.0","resu'],
		['a page', '<html>Please log in</html>'],
		['nothing', ''],
		['something else', { ok: true }],
	])('%s may hide that the work was done', (_what, body) => {
		expect(rpc(body)).toMatchObject({
			outcome: { kind: 'unknown' },
			failure: { code: 'BAD_ANSWER' },
		});
	});

	it.each([401, 404, 429, 502])('status %s', (status) => {
		expect(rpc('', status)).toMatchObject({
			outcome: { kind: 'status', status },
			failure: { status },
		});
	});
});

describe('the Session API (fact sheet §A.1)', () => {
	const legacy = (body: unknown, status = 200) => readLegacy(answered(body, status), asked);

	it.each<[given: unknown, value: unknown]>([
		[{ success: true, data: [{ id: 1 }] }, [{ id: 1 }]],
		[{ success: true, data: {} }, {}],
		[{ success: true }, {}],
		[{ success: 'true', data: [] }, []],
	])('%j is an answer', (given, value) => {
		expect(legacy(given)).toEqual({ ok: true, value });
	});

	it.each([
		['102401:Unauthorized', '102401', 'Unauthorized', 400],
		['Wrong login or password', undefined, 'Wrong login or password', 400],
		['111500:Internal', '111500', 'Internal', 500],
		['111429:Slow down', '111429', 'Slow down', 429],
		['111406:', '111406', '111406:', 400],
		['102401', '102401', '102401', 400],
	])('%s is a refusal', (message, mnemonic, said, status) => {
		expect(legacy({ success: false, message })).toMatchObject({
			ok: false,
			outcome: { kind: 'status', status },
			failure: { mnemonic, said },
		});
	});

	it('a refusal may be a text', () => {
		expect(legacy({ success: 'false', message: '102403:No' })).toMatchObject({
			outcome: { status: 400 },
			failure: { mnemonic: '102403' },
		});
	});

	it.each([429, 503])('a refusal with status %s counts by it', (status) => {
		expect(legacy({ success: false, message: 'Not now' }, status)).toMatchObject({
			outcome: { kind: 'status', status },
		});
	});

	it('status 401 asks for a new session as well', () => {
		expect(legacy('', 401)).toMatchObject({ failure: { mnemonic: '102401' } });
	});

	it('half an answer is none', () => {
		expect(legacy('{"success":tr')).toMatchObject({ outcome: { kind: 'unknown' } });
	});
});
