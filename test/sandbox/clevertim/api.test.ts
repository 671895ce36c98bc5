import { startClevertimSandbox, type ClevertimSandbox } from '../../../sandbox/clevertim';

let sandbox: ClevertimSandbox;
beforeAll(async () => {
	sandbox = await startClevertimSandbox({ now: () => Date.parse('2026-06-01T12:00:00Z') });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

interface Answer {
	status: number;
	body: { status?: string; error?: string; content?: Array<Record<string, unknown>> };
}

async function ask(
	method: string,
	path: string,
	body?: unknown,
	key: string = sandbox.keys.admin,
): Promise<Answer> {
	const answer = await fetch(`${sandbox.url}${path}`, {
		method,
		headers: { authorization: `Basic ${Buffer.from(`${key}:whatever`).toString('base64')}` },
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
	const text = await answer.text();
	return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
}

describe('envelope and status codes (§3)', () => {
	it('answers 200 with an array for every verb, and DELETE without content', async () => {
		expect((await ask('GET', '/api/contact')).body.content).toHaveLength(4);
		const one = await ask('GET', '/api/contact/11');
		expect(one).toMatchObject({ status: 200, body: { status: 'OK', content: [{ id: 11 }] } });
		const created = await ask('POST', '/api/contact', { fn: 'Ana' });
		expect(created).toMatchObject({ status: 200, body: { content: [{ id: 17, fn: 'Ana' }] } });
		const changed = await ask('PUT', '/api/contact/17', { title: 'x' });
		expect(changed.body.content).toEqual([{ id: 17, lm: '2026-06-01T12:00:00Z' }]);
		expect(await ask('DELETE', '/api/contact/17')).toEqual({ status: 200, body: { status: 'OK' } });
	});

	it.each([
		['GET', '/api/contact/99', 404, 'No such contact.'],
		['PUT', '/api/company/99', 404, 'No such company.'],
		['DELETE', '/api/linkedfile/99', 404, 'No such linkedfile.'],
		['GET', '/api/lead', 404, 'Not found.'],
		['PUT', '/api/comment/1', 501, 'Operation not supported.'],
		['POST', '/api/user', 501, 'Operation not supported.'],
		['DELETE', '/api/group/1', 501, 'Operation not supported.'],
		['POST', '/api/linkedfile', 501, 'Operation not supported.'],
		['DELETE', '/api/contact', 501, 'Operation not supported.'],
	])('%s %s answers %i', async (method, path, status, error) => {
		const body = method === 'GET' || method === 'DELETE' ? undefined : { name: 'x' };
		expect(await ask(method, path, body)).toEqual({ status, body: { status: 'ERROR', error } });
	});

	it('answers 500 to a body that is not JSON', async () => {
		expect((await ask('POST', '/api/contact', "{'fn':'x'}")).status).toBe(500);
	});

	it('answers 401 to a wrong key, and takes any password', async () => {
		expect((await ask('GET', '/api/user', undefined, 'wrong')).status).toBe(401);
		expect((await ask('GET', '/api/user')).status).toBe(200);
	});
});

describe('what a write must hold (§6)', () => {
	it.each<[string, object, number]>([
		['contact', { title: 'x' }, 400],
		['contact', { ln: 'x' }, 200],
		['contact', { fn: 'x', phones: [{ type: 'Work' }] }, 400],
		['contact', { fn: 'x', email: 'a@b.example' }, 400],
		['contact', { fn: 'x', cf: { '2': 'Nope' } }, 400],
		['contact', { fn: 'x', cf: { '2': 'Gold' } }, 200],
		['contact', { fn: 'x', cf: { '99': 'x' } }, 400],
		['company', { fn: 'x' }, 400],
		['opportunity', { name: 'x', value: 5 }, 400],
		['opportunity', { name: 'x', value: '5' }, 200],
		['task', { name: 'x', startDate: '2026-01-01' }, 400],
		['comment', { comment: 'x' }, 400],
		['comment', { comment: 'x', nid: 1, tid: 1 }, 400],
		['customfield', { name: 'x', elemType: 'select', modelType: ['cases'] }, 400],
		['customfield', { name: 'x', elemType: 'date', modelType: [] }, 400],
	])('%s %j: %i', async (name, body, status) => {
		expect((await ask('POST', `/api/${name}`, body)).status).toBe(status);
	});
});

describe('records', () => {
	it('show reverse links, which cannot be written (§9.5)', async () => {
		await ask('POST', '/api/note', { desc: 'x', cust: [13], opportunity: 3 });
		await ask('PUT', '/api/contact/13', { notes: [1, 2] });
		const contact = (await ask('GET', '/api/contact/13')).body.content?.[0];
		expect(contact).toMatchObject({ notes: [3], opportunities: [3] });
		expect(contact?.lc).toBe('2026-06-01T12:00:00Z');
		const opportunity = (await ask('GET', '/api/opportunity/3')).body.content?.[0];
		expect(opportunity).toMatchObject({ notes: [3], tasks: [] });
	});

	it('lose the values of a deleted custom field, and keep options that are gone (§6.8)', async () => {
		await ask('PUT', '/api/customfield/2', { values: ['New'] });
		await ask('DELETE', '/api/customfield/1');
		const [before] = (await ask('GET', '/api/contact/11')).body.content ?? [];
		expect(before?.cf).toMatchObject({ '2': 'Gold' });
		expect(before?.cf).not.toHaveProperty('1');
		expect((await ask('PUT', '/api/contact/11', { ...before, title: 'x' })).status).toBe(200);
		const other = await ask('PUT', '/api/contact/11', { cf: { '2': 'Silver' } });
		expect(other.status).toBe(400);
	});

	it('are seen by whom they are for (§5)', async () => {
		const ids = async (key: string) =>
			(await ask('GET', '/api/contact', undefined, key)).body.content?.map(({ id }) => id);
		expect(await ids(sandbox.keys.admin)).toEqual([11, 13, 14, 15]);
		expect(await ids(sandbox.keys.member)).toEqual([11, 13]);
		expect((await ask('GET', '/api/contact/14', undefined, sandbox.keys.member)).status).toBe(404);
	});

	it('are written and deleted by whom they may be', async () => {
		const { member, readOnly } = sandbox.keys;
		expect((await ask('POST', '/api/contact', { fn: 'x' }, readOnly)).status).toBe(403);
		expect((await ask('POST', '/api/contact', { fn: 'x' }, member)).status).toBe(200);
		expect((await ask('DELETE', '/api/contact/13', undefined, member)).status).toBe(403);
	});
});

describe('switches', () => {
	const put = async (body: object) => {
		await ask('PUT', '/api/contact/11', body);
		return sandbox.store.get('contact', 11);
	};

	it('putSemantics: merge, shallow merge, replace (§4)', async () => {
		const body = { fn: 'M', cf: { '1': 'n' } };
		expect(await put(body)).toMatchObject({ ln: 'Johnson', cf: { '1': 'n', '2': 'Gold' } });
		sandbox.setSwitches({ putSemantics: 'mergeWithoutCf' });
		expect((await put(body))?.cf).toEqual({ '1': 'n' });
		sandbox.setSwitches({ putSemantics: 'replace' });
		const { ao, ...replaced } = { ...(await put(body)) };
		expect(ao).toBeDefined();
		expect(replaced).toEqual({
			id: 11,
			is_company: false,
			fn: 'M',
			cf: { '1': 'n' },
			lm: '2026-06-01T12:00:00Z',
			lc: '2026-01-02T05:22:12Z',
		});
	});

	it.each([
		['id', ['id']],
		['idAndTimes', ['id', 'lc', 'lm']],
	] as const)('putAnswer: %s (§3)', async (putAnswer, keys) => {
		sandbox.setSwitches({ putAnswer });
		const { body } = await ask('PUT', '/api/contact/11', { fn: 'x' });
		expect(Object.keys(body.content?.[0] ?? {})).toEqual(keys);
	});

	it('putAnswer: full, postAnswer: id', async () => {
		sandbox.setSwitches({ putAnswer: 'full', postAnswer: 'id' });
		const { body } = await ask('PUT', '/api/contact/11', { fn: 'x' });
		expect(body.content?.[0]).toMatchObject({ id: 11, fn: 'x', ln: 'Johnson' });
		const created = await ask('POST', '/api/company', { cn: 'x' });
		expect(created.body.content).toEqual([{ id: 17 }]);
	});

	it('sharedCustomerIds: off, ids of contacts and companies overlap (§5)', async () => {
		sandbox.setSwitches({ sharedCustomerIds: false });
		const company = await ask('POST', '/api/company', { cn: 'x' });
		const contact = await ask('POST', '/api/contact', { fn: 'x' });
		expect([company, contact].map(({ body }) => body.content?.[0]?.id)).toEqual([17, 16]);
	});

	it('times, noteCust, idsAsText', async () => {
		sandbox.setSwitches({ times: 'tasksAndNotes', noteCust: 'single', idsAsText: true });
		expect((await ask('GET', '/api/contact/11')).body.content?.[0]).not.toHaveProperty('lm');
		const note = (await ask('GET', '/api/note/2')).body.content?.[0];
		expect(note).toMatchObject({ id: '2', cust: 11 });
		expect(note).toHaveProperty('lm');
	});

	it('refusalStatus, missingBody, deleteAnswer, taskDelete', async () => {
		sandbox.setSwitches({
			refusalStatus: 400,
			missingBody: 'emptyContent',
			deleteAnswer: 'empty',
			taskDelete: 'flag',
		});
		const refused = await ask('POST', '/api/case', { name: 'x' }, sandbox.keys.readOnly);
		expect(refused.status).toBe(400);
		const missing = await ask('GET', '/api/case/99');
		expect(missing).toEqual({ status: 404, body: { status: 'ERROR', content: [] } });
		expect(await ask('DELETE', '/api/task/1')).toEqual({ status: 200, body: {} });
		expect((await ask('GET', '/api/task/1')).body.content?.[0]?.is_deleted).toBe(true);
	});

	it('listsFiles, getsCustomField, unknownReference, writesWithoutApi', async () => {
		expect((await ask('POST', '/contact', { fn: 'x' })).status).toBe(404);
		sandbox.setSwitches({
			listsFiles: false,
			getsCustomField: false,
			unknownReference: 'reject',
			writesWithoutApi: true,
		});
		expect((await ask('GET', '/api/file')).status).toBe(501);
		expect((await ask('GET', '/api/file/1')).status).toBe(200);
		expect((await ask('GET', '/api/customfield/1')).status).toBe(501);
		expect((await ask('POST', '/api/case', { name: 'x', cust: 99 })).status).toBe(400);
		expect((await ask('POST', '/contact', { fn: 'x' })).status).toBe(200);
		expect((await ask('GET', '/contact')).status).toBe(404);
	});
});

describe('the control API', () => {
	const control = async (method: string, path: string, body?: unknown) => {
		const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		return await answer.json();
	};

	it('tells addresses and keys, shows and resets the state', async () => {
		expect(await control('GET', 'info')).toEqual({
			clevertim: { url: sandbox.url, keys: sandbox.keys },
		});
		await ask('DELETE', '/api/contact/13');
		expect(await control('GET', 'state/contact')).toHaveLength(3);
		await control('POST', 'reset');
		expect(await control('GET', 'state/contact')).toHaveLength(4);
	});

	it('logs API requests, with the key masked', async () => {
		await ask('GET', '/api/user');
		const [first] = (await control('GET', 'requests')) as Array<Record<string, unknown>>;
		expect(first).toMatchObject({ method: 'GET', path: '/api/user', status: 200 });
		expect(JSON.stringify(first)).not.toContain(sandbox.keys.admin);
		await control('DELETE', 'requests');
		expect(await control('GET', 'requests')).toEqual([]);
	});

	it('takes faults and switches, and refuses unknown ones', async () => {
		await control('POST', 'faults', { nth: 2, action: { type: 'status', status: 503 } });
		expect((await ask('GET', '/api/user')).status).toBe(200);
		expect((await ask('GET', '/api/user')).status).toBe(503);
		expect((await ask('GET', '/api/user')).status).toBe(200);
		expect(await control('PATCH', 'switches', { nope: 1 })).toEqual({
			detail: "Unknown switch 'nope'",
		});
		expect(await control('PATCH', 'switches', { putAnswer: 'id' })).toMatchObject({
			putAnswer: 'id',
		});
		expect(await control('POST', 'faults', {})).toHaveProperty('detail');
	});

	it('breaks connections and answers', async () => {
		sandbox.addFault({ action: { type: 'reset' } });
		await expect(ask('GET', '/api/user')).rejects.toThrow();
		sandbox.addFault({ method: 'POST', when: 'after', action: { type: 'truncate', bytes: 3 } });
		await expect(ask('POST', '/api/contact', { fn: 'x' })).rejects.toThrow();
		expect(sandbox.store.get('contact', 17)).toMatchObject({ fn: 'x' });
	});
});
