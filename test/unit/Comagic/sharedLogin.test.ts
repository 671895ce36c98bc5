import { SharedLogin } from '../../../nodes/Comagic/transport/sharedLogin';

/** A log-in whose keys are `key 1`, `key 2` …; each opens when the test says so. */
function scripted() {
	const waiting: Array<{ resolve: (key: string) => void; reject: (reason: Error) => void }> = [];
	const ended: string[] = [];
	const login = new SharedLogin(
		async () =>
			await new Promise<string>((resolve, reject) => {
				waiting.push({ resolve, reject });
			}),
		async (key) => {
			ended.push(key);
		},
	);
	const settle = async (action: (one: (typeof waiting)[number]) => void) => {
		await new Promise((resolve) => setImmediate(resolve));
		const one = waiting.at(-1);
		if (!one) throw new Error('Nobody logs in');
		action(one);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { login, waiting, ended, settle };
}

it('is asked for once by all who need it', async () => {
	const { login, waiting, settle } = scripted();
	const keys = Promise.all([login.current(), login.current(), login.current()]);
	await settle(({ resolve }) => resolve('key 1'));
	expect(await keys).toEqual(['key 1', 'key 1', 'key 1']);
	expect(waiting).toHaveLength(1);
});

it('is renewed once by all whose key was refused', async () => {
	const { login, waiting, settle } = scripted();
	const first = login.current();
	await settle(({ resolve }) => resolve('key 1'));
	const refused = await first;
	const renewed = Promise.all([1, 2, 3].map(async () => await login.renewed(refused)));
	await settle(({ resolve }) => resolve('key 2'));
	expect(await renewed).toEqual(['key 2', 'key 2', 'key 2']);
	expect(waiting).toHaveLength(2);
});

it('gives who comes late the key that others have renewed already', async () => {
	const { login, waiting, settle } = scripted();
	const first = login.current();
	await settle(({ resolve }) => resolve('key 1'));
	const early = login.renewed(await first);
	await settle(({ resolve }) => resolve('key 2'));
	await early;
	expect(await login.renewed('key 1')).toBe('key 2');
	expect(waiting).toHaveLength(2);
});

it('that is refused is tried again by the next request', async () => {
	const { login, waiting, settle } = scripted();
	const first = login.current().catch((reason: unknown) => reason);
	await settle(({ reject }) => reject(new Error('no')));
	expect(await first).toEqual(new Error('no'));
	const second = login.current();
	await settle(({ resolve }) => resolve('key 2'));
	expect(await second).toBe('key 2');
	expect(waiting).toHaveLength(2);
});

it('is ended when it is closed, once', async () => {
	const { login, ended, settle } = scripted();
	const key = login.current();
	await settle(({ resolve }) => resolve('key 1'));
	await key;
	await login.close();
	await login.close();
	expect(ended).toEqual(['key 1']);
});

it('that is under way when it is closed is awaited and ended', async () => {
	const { login, ended, settle } = scripted();
	const key = login.current();
	const closing = login.close();
	await settle(({ resolve }) => resolve('key 1'));
	await Promise.all([key, closing]);
	expect(ended).toEqual(['key 1']);
});

it('that nobody needed is not ended', async () => {
	const { login, ended } = scripted();
	await login.close();
	expect(ended).toEqual([]);
});

it('is not opened any more after it was closed', async () => {
	const { login, waiting } = scripted();
	await login.close();
	await expect(login.current()).rejects.toThrow('closed already');
	expect(waiting).toEqual([]);
});

it('that cannot be ended does no harm', async () => {
	const login = new SharedLogin(
		async () => 'key 1',
		async () => {
			throw new Error('gone');
		},
	);
	await login.current();
	await expect(login.close()).resolves.toBeUndefined();
});
