import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ClevertimContext } from '../../../nodes/Clevertim/transport/send';
import { ClevertimSession } from '../../../nodes/Clevertim/transport/session';

it.each([
	['', 'https://www.clevertim.com/api/contact/11', 'www.clevertim.com'],
	[
		'https://crm.example.com:8443/x/api',
		'https://crm.example.com:8443/x/api/contact/11',
		'crm.example.com',
	],
])('pins a request to the host of %j; no redirect is followed', async (baseUrl, url, host) => {
	const asked: IHttpRequestOptions[] = [];
	const context = {
		getNode: () => ({}),
		logger: {},
		getCredentials: async () => ({ apiKey: 'k', baseUrl }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				asked.push(options);
				const body = JSON.stringify({ status: 'OK', content: [{ id: 11 }] });
				return { statusCode: 200, headers: {}, body };
			},
		},
	};
	const session = await ClevertimSession.open(context as unknown as ClevertimContext, {});
	await session.send({ method: 'GET', path: '/api/contact/11' });

	expect(asked).toMatchObject([{ url, allowedDomains: host, disableFollowRedirect: true }]);
});
