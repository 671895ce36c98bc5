import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ComagicContext } from '../../../nodes/Comagic/transport/http';
import { ComagicSession } from '../../../nodes/Comagic/transport/session';
import type { WireAnswer, WireRequest } from '../../../nodes/shared/wire';

const TOKEN = 'a-token-of-the-cabinet';

/** A session whose requests end here; each is answered with one row. */
async function opened(credentials: object = {}, answer: object = { data: [{ id: 1 }] }) {
	const sent: IHttpRequestOptions[] = [];
	const context = {
		getCredentials: async () => ({
			...{ brand: 'uis', authentication: 'accessToken', accessToken: TOKEN },
			...credentials,
		}),
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				sent.push(options);
				const body = JSON.stringify({ jsonrpc: '2.0', id: 'x', result: answer });
				return { statusCode: 200, headers: {}, body };
			},
		},
	};
	const session = await ComagicSession.open(context as unknown as ComagicContext, {});
	return { session, sent };
}

const read = (path: string, query: WireRequest['query'] = {}): WireRequest => ({
	method: 'GET',
	path,
	query,
});

describe('a JSON-RPC request (fact sheet §B.1)', () => {
	it('is one POST to the brand’s host, pinned to it, with the token among its params', async () => {
		const { session, sent } = await opened();
		await session.send(read('call/list.calls', { direction: 'in' }));
		expect(sent).toHaveLength(1);
		expect(sent[0]).toMatchObject({
			method: 'POST',
			url: 'https://callapi.uiscom.ru/v4.0',
			allowedDomains: 'callapi.uiscom.ru',
			disableFollowRedirect: true,
			body: {
				jsonrpc: '2.0',
				method: 'list.calls',
				params: { direction: 'in', access_token: TOKEN },
			},
		});
		expect(JSON.stringify(sent[0]?.headers)).not.toContain(TOKEN);
	});

	it('has an id of its own', async () => {
		const { session, sent } = await opened();
		await session.send(read('call/list.calls'));
		await session.send(read('call/list.calls'));
		const ids = sent.map(({ body }) => (body as { id: string }).id);
		expect(new Set(ids).size).toBe(2);
	});

	it('joins body, $params and query; numbers stay numbers, keys with $ stay here', async () => {
		const { session, sent } = await opened();
		await session.send({
			method: 'POST',
			path: 'call/hold.call',
			body: { call_session_id: 5 },
			query: { $params: '{"contact_message":{"type":"tts","value":"Hi"}}', limit: 7, $own: 1 },
		});
		expect((sent[0]?.body as { params: object }).params).toEqual({
			call_session_id: 5,
			contact_message: { type: 'tts', value: 'Hi' },
			limit: 7,
			access_token: TOKEN,
		});
	});

	it('of a read can be cut off, of a write not', async () => {
		const { session, sent } = await opened();
		await session.send(read('call/list.calls'));
		await session.send({ method: 'POST', path: 'call/hold.call', body: {} });
		expect(sent.map(({ abortSignal }) => abortSignal !== undefined)).toEqual([true, false]);
	});
});

describe('the next page of a list (fact sheet §B.4)', () => {
	const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: index }));
	const page = (count: number, total?: number): WireAnswer => ({
		status: 200,
		headers: {},
		body: { data: rows(count), metadata: total === undefined ? {} : { total_items: total } },
	});

	it.each<[what: string, answer: WireAnswer, offset: number | undefined, next: number | null]>([
		['begins after the rows so far', page(10, 25), undefined, 10],
		['goes on from there', page(10, 25), 10, 20],
		['is none after the last row', page(5, 25), 20, null],
		['is none when all fit into one', page(25, 25), undefined, null],
		['is tried when nobody says how many there are', page(10), 10, 20],
		['is none after an empty one', page(0), 20, null],
		['is none after an empty one that promises more', page(0, 25), 20, null],
	])('%s', async (_what, answer, offset, next) => {
		const { session } = await opened();
		const query = { limit: 10, ...(offset === undefined ? {} : { offset }) };
		const request = session.nextPage(answer, read('data/get.tags', query));
		expect(request?.query?.offset ?? null).toBe(next);
	});

	it('that the service does not give is no silent end', async () => {
		const { session } = await opened();
		const last = read('data/get.tags', { limit: 10_000, offset: 100_000 });
		expect(() => session.nextPage(page(10, 120_000), last)).toThrow(
			'The list has 120,000 rows, but the service gives no more than 110,000 of them',
		);
	});
});

describe('a session that was closed', () => {
	it('sends nothing any more', async () => {
		const { session, sent } = await opened();
		await session.close();
		await expect(session.send(read('call/list.calls'))).rejects.toThrow('closed already');
		expect(sent).toEqual([]);
	});
});

it.each([
	[{ accessToken: '' }, /^'Access Token' is empty in the credential$/],
	[{ authentication: 'login', login: ' ', password: 'x' }, /^'Login' is empty in the credential$/],
	[{ authentication: 'login', login: 'x', password: '' }, /^'Password' is empty/],
])('a credential with %j says what is missing', async (credentials, message) => {
	const { session, sent } = await opened(credentials);
	await expect(session.send(read('call/list.calls'))).rejects.toThrow(message);
	expect(sent).toEqual([]);
});
