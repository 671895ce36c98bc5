import { clevertimCredentials, useClevertimSandbox } from '../../support/clevertimSandbox';
import { testCredential } from '../../support/engine';

const sandbox = useClevertimSandbox();

const tested = async (fields = {}) => {
	const { clevertimApi = {} } = clevertimCredentials(sandbox(), fields);
	return await testCredential('clevertimApi', clevertimApi);
};

describe('the Test button of the Clevertim credential (fact sheet §2)', () => {
	it.each(['admin', 'member', 'readOnly'] as const)('asks GET /user: %s', async (user) => {
		expect(await tested({ user })).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(
			sandbox()
				.requests()
				.map(({ method, path }) => `${method} ${path}`),
		).toEqual(['GET /api/user']);
	});

	it('takes a key with spaces and line ends around it', async () => {
		expect(await tested({ apiKey: ` ${sandbox().keys.admin}\n` })).toMatchObject({ status: 'OK' });
	});

	it('says what a wrong key means', async () => {
		const { status, message } = await tested({ apiKey: 'wrong' });
		expect(status).toBe('Error');
		expect(message).toMatch(/^The service did not accept the API key/);
	});

	it('says what a wrong address means', async () => {
		const { message } = await tested({ baseUrl: `${sandbox().url}/elsewhere` });
		expect(message).toBe('No Clevertim answers at this address. Check the base URL.');
	});

	it('shows no key in the log of requests', async () => {
		await tested();
		const [request] = sandbox().requests();
		expect(request?.headers.authorization).toMatch(/^Basic ….{4}$/);
	});
});
