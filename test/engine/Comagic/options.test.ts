import { createServer, type IncomingMessage } from 'node:http';

import { Comagic } from '../../../nodes/Comagic/Comagic.node';
import { comagicCredentials, comagicRunner, useComagicSandbox } from '../../support/comagicSandbox';
import { runAsTool } from '../../support/engine';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useComagicSandbox({ seed: { calls: 900, days: 3 } });
const legacy = comagicRunner(sandbox, 'legacy');
const byLogin = { credentialFields: { access: 'login' as const } };

describe('options of the transport', () => {
	it('Timeout ends a request that takes longer', async () => {
		sandbox().addFault({
			path: '/api/v1/site/',
			times: Infinity,
			action: { type: 'delay', ms: 20_000 },
		});
		const { error } = await legacy('getSites', { options: { timeout: 1 } }, [{}], byLogin);
		expect(error?.message).toBe("The host '127.0.0.1' did not answer in time");
		expect(error?.description).toMatch(/raise 'Timeout \(Seconds\)' in the options/);
	});

	it('Proxy takes the requests', async () => {
		const seen: string[] = [];
		const server = createServer((request: IncomingMessage, response) => {
			seen.push(request.url ?? '');
			const isLogin = request.url?.includes('/login/') === true;
			const data = isLogin ? { session_key: 'k' } : [{ id: 1, name: 'Proxied' }];
			response.end(JSON.stringify({ success: true, data }));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('No address');
		const credentials = comagicCredentials(sandbox(), {
			access: 'login',
			sessionApiUrl: 'http://session.example.com/api',
			allowPlainHttp: true,
		});
		const options = { proxy: `http://127.0.0.1:${address.port}` };
		const { json } = await legacy('getTags', { options }, [{}], { credentials });
		server.close();
		expect(json).toEqual([{ id: 1, name: 'Proxied' }]);
		expect(seen.map((url) => url.split('?')[0])).toEqual([
			'http://session.example.com/api/login/',
			'http://session.example.com/api/v1/tag/',
			'http://session.example.com/api/logout/',
		]);
	});

	it.each([
		[{ timeout: 0 }, /^'Timeout \(Seconds\)' is not a number from 1 up: 0/],
		[{ maxWait: -1 }, /^'Max Wait \(Seconds\)' is not a number from 0 up: -1/],
		[{ proxy: 'somewhere' }, /^'Proxy' is not a web address/],
	])('%j is refused before anything is sent', async (options, message) => {
		const { error } = await legacy('getSites', { options }, [{}], byLogin);
		expect(error?.message).toMatch(message);
		expect(sandbox().requests()).toEqual([]);
	});
});

describe('as the tool of an agent', () => {
	const asTool = async (parameters: object) =>
		await runAsTool({
			nodeType: new Comagic(),
			typeName: 'n8n-nodes-kommo-suite.comagicTool',
			parameters: { resource: 'legacy', ...parameters },
			credentials: comagicCredentials(sandbox(), { access: 'login' }),
		});

	it('gives a hundred records at most', async () => {
		const today = new Date().toISOString().slice(0, 10);
		const { response } = await asTool({
			...{ operation: 'getCallStats', returnAll: true },
			...{ dateFrom: '2020-01-01', dateTo: today },
		});
		expect(response).toHaveLength(100);
		expect(sandbox().openSessions().session).toBe(0);
	});

	const deleting = {
		...{ operation: 'customRequest', method: 'POST' },
		...{ path: 'delete_ac_condition', parameters: '{"id":1}' },
	};

	it.each([
		['v1/delete_ac_condition/', deleting],
		// a POST may stand for another verb (fact sheet §A.1)
		['v1/ac/', { ...deleting, path: 'ac', parameters: '{"id":1,"action":"delete"}' }],
		['v1/untag_communication/', { ...deleting, path: 'untag_communication' }],
		[
			'v1/untag_communication/',
			{
				...{ operation: 'untagCommunication', objectType: 'call', objectId: '31' },
				markId: { __rl: true, mode: 'id', value: '9' },
			},
		],
	])('takes nothing away unless it is allowed: %s', async (path, parameters) => {
		const { error } = await asTool(parameters);
		expect(error?.message.startsWith(`${path} is switched off for AI agents`)).toBe(true);
		expect(sandbox().requests({ path: '/api/v1/*' })).toEqual([]);
	});

	it('deletes when it is allowed', async () => {
		await asTool({ ...deleting, options: { allowToolDelete: true } });
		expect(sandbox().requests({ path: '/api/v1/delete_ac_condition/' })).toHaveLength(1);
	});
});
