import type { IWebhookFunctions } from 'n8n-workflow';

import { receive } from '../../../../nodes/Comagic/webhook/receive';
import { anyText, textLike } from '../../../support/partial';

/** A request, and what the node does about it, in its order. */
function requestOf(body: string, parameter: (name: string) => unknown) {
	const done: string[] = [];
	const response = { statusCode: 0, end: () => done.push(`answered ${response.statusCode}`) };
	const context: Partial<Record<keyof IWebhookFunctions, unknown>> = {
		getRequestObject: () => ({ originalUrl: '/webhook/1/comagic', rawBody: Buffer.from(body) }),
		getResponseObject: () => response,
		getHeaderData: () => ({ 'content-type': 'application/json' }),
		getBodyData: () => ({}),
		getTimezone: () => 'UTC',
		getMode: () => 'manual',
		getNodeParameter: (name: string, fallback: unknown) => {
			if (name === 'authentication') return 'path';
			done.push(`read ${name}`);
			return parameter(name) ?? fallback;
		},
	};
	return { done, context: context as IWebhookFunctions };
}

test('the answer goes out before anything else is looked at', async () => {
	const { done, context } = requestOf('{"event":"fax"}', () => undefined);
	await receive.call(context);

	expect(done[0]).toBe('answered 200');
	expect(done.filter((one) => one.startsWith('answered'))).toHaveLength(1);
});

test('a form that cannot be read loses nothing', async () => {
	const body = '{"event":"fax"}';
	const { context } = requestOf(body, () => {
		throw new Error('broken expression');
	});

	expect(await receive.call(context)).toEqual({
		noWebhookResponse: true,
		workflowData: [
			[
				{
					json: {
						event: 'unknown',
						data: {},
						missing: [],
						receivedAt: anyText,
						reason: textLike(/broken expression/),
						raw: body,
					},
				},
			],
		],
	});
});

test.each([
	[{ data: { event: 'fax', call_session_id: '5' }, files: {} }, { call_session_id: 5 }],
	[{ data: { event: 'fax' }, files: { scan: { name: 'a.tif' } } }, { files_scan_name: 'a.tif' }],
])('the parts of a form are fields: %j', async (parts, fields) => {
	const { context } = requestOf('', () => undefined);
	Object.assign(context, {
		getRequestObject: () => ({ originalUrl: '/webhook/1/comagic', body: parts }),
		getHeaderData: () => ({ 'content-type': 'multipart/form-data; boundary=b' }),
		getBodyData: () => parts,
	});

	expect((await receive.call(context)).workflowData).toEqual([
		[{ json: { event: 'fax', ...fields, missing: [], receivedAt: anyText } }],
	]);
});

test('a body that n8n left unread is read before the answer', async () => {
	const { done, context } = requestOf('', () => undefined);
	const request: Record<string, unknown> = { originalUrl: '/webhook/1/comagic' };
	request.readRawBody = async () => {
		done.push('read the body');
		request.rawBody = await Promise.resolve(Buffer.from('{"event":"fax"}'));
	};
	Object.assign(context, { getRequestObject: () => request, getHeaderData: () => ({}) });
	const { workflowData } = await receive.call(context);

	expect(done.slice(0, 2)).toEqual(['read the body', 'answered 200']);
	expect(workflowData?.[0]?.[0]?.json).toMatchObject({ event: 'fax' });
});
