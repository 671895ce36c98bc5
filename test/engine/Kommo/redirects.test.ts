import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { useSandbox } from '../../support/sandbox';
import { runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

describe('a redirect (design §3.2: the token goes nowhere else)', () => {
	const reached: string[] = [];
	let foreign: Server;
	let foreignUrl = '';
	beforeAll(async () => {
		foreign = createServer((request, response) => {
			reached.push(String(request.headers.authorization));
			response.end('{}');
		});
		await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
		foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/api/v4/leads`;
	});
	afterAll(() => foreign.close());
	beforeEach(() => reached.splice(0));

	const to = (location: string, status: number): void =>
		sandbox().addFault({
			times: Infinity,
			action: { type: 'status', status, headers: { location } },
		});

	test.each([301, 302, 307, 308])('%d to another server is not followed', async (status) => {
		to(foreignUrl, status);
		const { error } = await lead('search');

		expect(error?.message).toBe("The host '127.0.0.1' leads elsewhere instead of answering");
		expect(sent(sandbox())).toHaveLength(1);
		expect(reached).toEqual([]);
	});

	test.each([302, 307])('%d to the same server is not followed either', async (status) => {
		to(`${sandbox().accounts.kommo.url}/api/v4/contacts`, status);
		const { error } = await lead('create', { name: 'Roof' });

		expect(error?.message).toBe("The host '127.0.0.1' leads elsewhere instead of answering");
		expect(sent(sandbox()).map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /api/v4/leads',
		]);
	});
});
