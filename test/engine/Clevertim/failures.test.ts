import {
	byId,
	clevertimCredentials,
	clevertimRunner,
	lines,
	sent,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';
import { shown } from '../../../nodes/shared/shown';
import type { Fault } from '../../../sandbox/clevertim';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

const create = async (items: Array<{ name: string }> = [{ name: 'A' }], options = {}, more = {}) =>
	await run('contact', 'create', { firstName: '={{ $json.name }}', options }, items, more);

const status = (code: number, body?: unknown): Fault => ({
	times: Infinity,
	action: { type: 'status', status: code, ...(body === undefined ? {} : { body }) },
});

/** To a place that answers. */
const MOVED: Fault = {
	times: Infinity,
	action: { type: 'status', status: 302, headers: { location: '/api/user' } },
};

describe('what the service says is told in the user’s words (§3)', () => {
	it.each<[name: string, fault: Fault, message: RegExp, description: RegExp]>([
		['401', status(401), /did not accept the API key/, /My Info & settings → API Key/],
		['403', status(403), /user of the API key may not do this/, /extend his rights/],
		[
			'400 with its text',
			status(400, { status: 'ERROR', error: 'fn is too long' }),
			/^Clevertim refused the values: fn is too long$/,
			/nothing of this item was written/,
		],
		[
			'400 about a value, which is no matter of rights',
			status(400, { status: 'ERROR', error: 'Pluto is not allowed for country' }),
			/^Clevertim refused the values: Pluto is not allowed for country$/,
			/./,
		],
		[
			'400 about rights',
			status(400, { status: 'ERROR', error: 'You are not allowed to edit' }),
			/user of the API key may not do this/,
			/The service says: 'You are not allowed to edit'/,
		],
		[
			'200 with an error',
			status(200, { status: 'ERROR', error: 'no such thing' }),
			/^Clevertim refused the values: no such thing$/,
			/./,
		],
		['470, any other status', status(470), /refused the request with status 470/, /./],
		['501', status(501), /^Clevertim has no such operation: POST \/api\/contact$/, /comments/],
		['302', MOVED, /leads elsewhere instead of answering/, /was not sent on/],
	])('%s', async (_name, fault, message, description) => {
		sandbox().addFault(fault);
		const { error } = await create();
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(description);
		expect(error?.itemIndex).toBe(0);
		expect(lines(sandbox())).toEqual(['POST /api/contact']);
	});

	it('a comment cannot be changed: 501 says why', async () => {
		const { error } = await run('api', 'call', { method: 'PUT', path: 'comment/1', body: '{}' });
		expect(error?.message).toBe('Clevertim has no such operation: PUT /api/comment/1');
		expect(error?.description).toMatch(/cannot change comments \(delete and create them again\)/);
		expect(lines(sandbox())).toEqual(['PUT /api/comment/1']);
	});

	it('lists of files may not exist: 501 says why', async () => {
		sandbox().setSwitches({ listsFiles: false });
		const { error } = await run('file', 'search');
		expect(error?.description).toMatch(/may not list files and folders/);
	});

	it('a list that is not there is no missing record', async () => {
		sandbox().addFault(status(404, { status: 'ERROR', content: [] }));
		const { error } = await run('folder', 'search');
		expect(error?.message).toBe('Clevertim has nothing at /api/folder');
		expect(error?.description).not.toMatch(/merged/);
	});

	it('a web page instead of data', async () => {
		sandbox().addFault({ action: { type: 'html', status: 200 } });
		const { error } = await run('contact', 'get', { contactId: byId(11), options: { maxWait: 0 } });
		expect(error?.message).toMatch(/answered with a web page instead of data/);
	});

	it('nobody who answers', async () => {
		const { error } = await run('contact', 'search', { options: { maxWait: 0 } }, [{}], {
			credentials: clevertimCredentials(sandbox(), { baseUrl: 'http://127.0.0.1:9/api' }),
		});
		expect(error?.message).toBe("The host '127.0.0.1' cannot be reached");
	});
});

describe('the API key', () => {
	it('goes as user name of HTTP Basic with the password X, and nowhere else (§2)', async () => {
		let header = '';
		const { server, url } = await listening((authorization) => (header = authorization));
		await run('contact', 'search', {}, [{}], {
			credentials: clevertimCredentials(sandbox(), { apiKey: ' my key\n', baseUrl: url }),
		});
		server.close();
		expect(Buffer.from(header.replace('Basic ', ''), 'base64').toString()).toBe('mykey:X');
	});

	it('does not show up in messages, items or what n8n records', async () => {
		const { admin } = sandbox().keys;
		const basic = Buffer.from(`${admin}:X`).toString('base64');
		sandbox().addFault(status(400, { status: 'ERROR', error: `Bad ${admin} and Basic ${basic}` }));
		const result = await create(
			[{ name: 'A' }],
			{},
			{
				settings: { onError: 'continueRegularOutput' },
			},
		);
		const everything = JSON.stringify([result.json, result.run]);
		expect(everything).toContain('Clevertim refused the values: Bad …');
		expect(everything).not.toContain(admin);
		expect(everything).not.toContain(basic);
	});

	it('that is wrong ends the run at once, also where the node goes on', async () => {
		const names = Array.from({ length: 20 }, (_, index) => ({ name: `N${index}` }));
		const { json } = await create(
			names,
			{},
			{
				credentials: clevertimCredentials(sandbox(), { apiKey: 'wrong' }),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(json).toHaveLength(20);
		expect(json.every(({ error }) => /did not accept the API key/.test(shown(error)))).toBe(true);
		// what was under way already, eight at most
		expect(sent(sandbox()).length).toBeLessThanOrEqual(8);
	});
});

describe('repetitions', () => {
	it.each([429, 503])('a read is repeated after a %i', async (code) => {
		sandbox().addFault({
			method: 'GET',
			action: { type: 'status', status: code, headers: { 'retry-after': '0.01' } },
		});
		const { json } = await run('contact', 'get', { contactId: byId(11), simplify: false });
		expect(json).toHaveLength(1);
		expect(lines(sandbox())).toHaveLength(2);
	});

	it('a read is repeated after a broken connection', async () => {
		sandbox().addFault({ method: 'GET', action: { type: 'reset' } });
		const { json } = await run('contact', 'get', { contactId: byId(11), simplify: false });
		expect(json).toHaveLength(1);
	});

	it('a read that was cut off is repeated', async () => {
		sandbox().addFault({ method: 'GET', action: { type: 'truncate' } });
		const { json } = await run('contact', 'get', { contactId: byId(11), simplify: false });
		expect(json).toHaveLength(1);
	});

	it('a create is repeated after a 429, which did nothing', async () => {
		sandbox().addFault({
			method: 'POST',
			action: { type: 'status', status: 429, headers: { 'retry-after': '0.01' } },
		});
		const { json, error } = await create();
		expect(error).toBeNull();
		expect(json).toHaveLength(1);
	});

	it.each<[string, Fault['action']]>([
		['a broken connection', { type: 'reset' }],
		['a cut answer', { type: 'truncate' }],
		['a 503', { type: 'status', status: 503 }],
		['a web page', { type: 'html', status: 200 }],
	])('a create is not repeated after %s: it may exist', async (_name, action) => {
		sandbox().addFault({ method: 'POST', when: 'after', action });
		const { error, tries } = await create(
			[{ name: 'A' }],
			{},
			{
				settings: { retryOnFail: true, maxTries: 3 },
			},
		);

		expect(error?.message).toMatch(/whether it was carried out is unknown$/);
		expect(tries).toBe(3);
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
	});

	it('a create is repeated where the user allows it', async () => {
		sandbox().addFault({ method: 'POST', action: { type: 'reset' } });
		const { json } = await create([{ name: 'A' }], { retryCreates: true });
		expect(json).toHaveLength(1);
		expect(sent(sandbox(), 'POST')).toHaveLength(2);
	});

	it('updates and deletes are repeated: twice does what once does', async () => {
		sandbox().addFault({ method: 'PUT', when: 'after', action: { type: 'reset' } });
		const update = { contactId: byId(11), updateFields: { title: 'x' } };
		expect((await run('contact', 'update', update)).error).toBeNull();
		for (const when of ['before', 'after'] as const) {
			sandbox().addFault({ method: 'DELETE', when, action: { type: 'reset' } });
			const id = when === 'before' ? 13 : 15;
			const { json } = await run('contact', 'delete', { contactId: byId(id) });
			expect(json).toEqual([{ deleted: true, id }]);
		}
	});

	it('Retry On Fail does not create what was created before', async () => {
		sandbox().addFault({ method: 'POST', nth: 3, action: { type: 'status', status: 400 } });
		const names = ['A', 'B', 'C'].map((name) => ({ name }));
		const { tries, error } = await create(names, {}, { settings: { retryOnFail: true } });

		expect(error).toBeNull();
		expect(tries).toBe(2);
		const stored = sandbox()
			.store.all('contact')
			.map(({ fn }) => fn);
		expect(stored.filter((fn) => names.some(({ name }) => name === fn)).sort()).toEqual([
			'A',
			'B',
			'C',
		]);
	});
});

describe('without Continue On Fail', () => {
	it('the message accounts for what was written', async () => {
		sandbox().addFault({ method: 'POST', nth: 2, action: { type: 'status', status: 400 } });
		const { error } = await create([{ name: 'A' }, { name: 'B' }]);
		expect(error?.description).toMatch(/Written: items 0 \(IDs 17\)\. Not written: items 1\./);
	});

	it('a change that is never answered is not said to be undone', async () => {
		sandbox().addFault({ method: 'PUT', times: Infinity, action: { type: 'reset' } });
		const parameters = { contactId: byId(11), options: {}, updateFields: { title: 'x' } };
		const { error } = await run('contact', 'update', parameters, [{}, {}]);

		expect(error?.description).toMatch(/ Unknown: items 0; look in the account/);
	});
});

describe('Validate Only', () => {
	it('shows the requests and sends nothing', async () => {
		const { json } = await run('contact', 'update', {
			contactId: byId(11),
			updateFields: { title: 'x' },
			options: { validateOnly: true },
		});
		expect(json).toEqual([
			{
				method: 'PUT',
				path: '/api/contact/11',
				body: { id: 11, title: 'x' },
				mergedWithStoredValues: '0',
			},
		]);
		expect(lines(sandbox())).toEqual([]);
	});
});

async function listening(seen: (authorization: string) => void) {
	const { createServer } = await import('node:http');
	const server = createServer((request, response) => {
		seen(request.headers.authorization ?? '');
		response.end(JSON.stringify({ status: 'OK', content: [] }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No address');
	return { server, url: `http://127.0.0.1:${address.port}/api` };
}

describe('a service that asks for a long pause', () => {
	// the pause holds for its address, so it gets one of its own
	const paused = useClevertimSandbox();

	it('a 429 that asks for longer than Max Wait says when to come back', async () => {
		paused().addFault({
			...status(429),
			action: { type: 'status', status: 429, headers: { 'retry-after': '3600' } },
		});
		const { error } = await clevertimRunner(paused, 'contact')('search', {
			options: { maxWait: 1 },
		});
		expect(error?.message).toBe('Clevertim asks for fewer requests');
		expect(error?.description).toMatch(/^Try again in 60 minutes\./);
		expect(lines(paused())).toHaveLength(1);
	});
});
