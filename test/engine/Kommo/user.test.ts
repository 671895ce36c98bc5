import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { listSearch, loadOptions } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { byId, byList, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const user = runnerOf(sandbox, 'user');
const ids = (json: Array<{ id?: unknown }>) => json.map(({ id }) => id);

const dana = {
	id: 501,
	name: 'Dana Cole',
	email: 'dana@acme.example',
	lang: 'en',
	is_admin: true,
	is_active: true,
	group_id: null,
	role_id: null,
};

describe('user: getAll', () => {
	test('gives the users with the rights that matter (fact sheet §4.16)', async () => {
		const run = await user('getAll');

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/users', query: { limit: '50' }, body: undefined },
		]);
		expect(run.json[0]).toEqual(dana);
		expect(run.json.map(({ id, is_admin, is_active }) => [id, is_admin, is_active])).toEqual([
			[501, true, true],
			[502, false, true],
			[503, false, true],
			[504, false, false],
		]);
		expect(pairing(run)).toEqual(Array.from({ length: 4 }, () => ({ item: 0 })));
	});

	test('gives what Include asks for, simplified and raw (§4.16: one text of with values)', async () => {
		const include = ['amojo_id', 'group', 'phone_number', 'role', 'user_rank', 'uuid'];
		const flat = await user('getAll', { options: { include }, limit: 3 });
		const raw = await user('getAll', { options: { include }, simplify: false, limit: 3 });

		expect(sent(sandbox()).map(({ query }) => query.with)).toEqual([
			'amojo_id,group,phone_number,role,user_rank,uuid',
			'amojo_id,group,phone_number,role,user_rank,uuid',
		]);
		expect(flat.json[2]).toEqual({
			id: 503,
			name: 'Yuki Tan',
			email: 'yuki@acme.example',
			lang: 'en',
			is_admin: false,
			is_active: true,
			group_id: 267,
			role_id: null,
			groups: ['Support'],
			roles: [],
			amojo_id: 'b0000000-0000-4000-8000-000000000503',
			phone_number: null,
			user_rank: null,
			uuid: 'a0000000-0000-4000-8000-000000000503',
		});
		expect(raw.json[2]).toMatchObject({ _embedded: { groups: [{ id: 267, name: 'Support' }] } });
	});

	test('Return All reads all pages, Limit stops at its number', async () => {
		sandbox().setSwitches({ maxPageSize: 2 });
		const all = await user('getAll', { returnAll: true });
		const some = await user('getAll', { limit: 3 });

		expect([ids(all.json), ids(some.json)]).toEqual([
			[501, 502, 503, 504],
			[501, 502, 503],
		]);
	});

	test('needs the token of an admin and says so (§4.16: 403)', async () => {
		const { error, items } = await user('getAll', {}, [{}], { limited: true });

		expect(error?.message).toBe('Only an admin of the account may do this');
		expect(error?.description).toContain('made by an admin');
		expect([error?.httpCode, error?.itemIndex, items]).toEqual(['403', 0, []]);
	});
});

describe('user: get', () => {
	test.each([
		['id', byId('501')],
		['the list', byList(501)],
		['name in an expression', byId('={{ "dana cole" }}')],
		['e-mail address in an expression', byId('={{ "dana@acme.example" }}')],
	])('finds a user by %s (§4.16)', async (_what, userId) => {
		const run = await user('get', { userId });

		expect(sent(sandbox()).at(-1)).toEqual({
			method: 'GET',
			path: '/api/v4/users/501',
			query: {},
			body: undefined,
		});
		expect(run.items).toEqual([{ json: dana, pairedItem: { item: 0 } }]);
	});

	test('asks for each user once, with what Include names', async () => {
		const run = await user(
			'get',
			{ userId: byId('={{ $json.id }}'), options: { include: ['group'] } },
			[{ id: 503 }, { id: 501 }, { id: 503 }],
		);

		expect(
			sent(sandbox())
				.map(({ path, query }) => [path, query.with])
				.sort(),
		).toEqual([
			['/api/v4/users/501', 'group'],
			['/api/v4/users/503', 'group'],
		]);
		expect(run.json.map(({ groups }) => groups)).toEqual([['Support'], ['Sales'], ['Support']]);
	});

	test('reports missing users on their own items when it continues on fail', async () => {
		const run = await user('get', { userId: byId('={{ $json.id }}') }, [{ id: 999 }, { id: 502 }], {
			settings: { onError: 'continueErrorOutput' },
		});

		expect(ids(run.json)).toEqual([502]);
		expect(run.outputs[1]?.[0]).toMatchObject({
			json: { error: 'No user has the ID 999 [item 0]' },
			pairedItem: { item: 0 },
		});
	});

	test('gives an empty item for a missing user when asked to', async () => {
		const { json } = await user('get', { userId: byId(999), options: { whenNotFound: 'empty' } });

		expect(json).toEqual([{}]);
	});

	test.each([
		['no user', byId('={{ $json.id }}'), "'User' is empty [item 0]"],
		['an unknown name', byId('={{ "Dan" }}'), '\'User\' does not exist: "Dan" [item 0]'],
	])('refuses %s', async (_what, userId, message) => {
		const { error } = await user('get', { userId });

		expect(error?.message).toBe(message);
	});

	test('needs the token of an admin and says so (§4.16: 403)', async () => {
		const { error } = await user('get', { userId: byId(501) }, [{}], { limited: true });

		expect(error?.message).toBe('Only an admin of the account may do this');
	});
});

describe('users in the form', () => {
	const form = { authentication: 'apiToken' };

	test('are listed by name', async () => {
		const users = await loadOptions(new Kommo(), 'getUsers', form, apiTokenCredentials(sandbox()));

		expect(users.map(({ name, value }) => [name, value])).toEqual([
			['Dana Cole', 501],
			['Marco Silva', 502],
			['Yuki Tan', 503],
			['Former Colleague', 504],
		]);
	});

	test('are searched by name', async () => {
		const { results } = await listSearch(
			new Kommo(),
			'searchUsers',
			form,
			apiTokenCredentials(sandbox()),
			{ filter: 'MARCO' },
		);

		expect(results).toEqual([{ name: 'Marco Silva', value: 502 }]);
	});

	test('of a token without admin rights are not, and the form says why', async () => {
		const credentials = apiTokenCredentials(sandbox(), 'kommo', { limited: true });

		await expect(loadOptions(new Kommo(), 'getUsers', form, credentials)).rejects.toThrow(
			'Only an admin of the account may do this',
		);
	});
});
