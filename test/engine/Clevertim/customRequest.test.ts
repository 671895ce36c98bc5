import type { INodeParameters } from 'n8n-workflow';

import { clevertimRunner, sent, useClevertimSandbox } from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const api = clevertimRunner(sandbox, 'api');

describe('a custom request', () => {
	it.each<[string, INodeParameters, object, object]>([
		[
			'reads',
			{ method: 'GET', path: '/contact/13' },
			{ method: 'GET', path: '/api/contact/13', body: undefined },
			{ status: 'OK', content: [{ id: 13, fn: 'Sue' }] },
		],
		[
			'creates',
			{ method: 'POST', path: 'contact', body: '{ "fn": "Ana", "a.b": 1 }' },
			{ method: 'POST', path: '/api/contact', body: { fn: 'Ana', 'a.b': 1 } },
			{ status: 'OK', content: [{ id: 17, fn: 'Ana' }] },
		],
		[
			'updates, from an expression',
			{ method: '={{ "put" }}', path: 'api/contact/13/', body: '={{ ({ fn: "Su" }) }}' },
			{ method: 'PUT', path: '/api/contact/13', body: { fn: 'Su' } },
			{ status: 'OK', content: [{ id: 13 }] },
		],
		[
			'deletes',
			{ method: 'DELETE', path: 'contact/13' },
			{ method: 'DELETE', path: '/api/contact/13', body: undefined },
			{ status: 'OK' },
		],
	])('%s, and gives the answer as it is', async (_name, parameters, request, answer) => {
		const { json, error } = await api('call', parameters);
		expect(error).toBeNull();
		expect(sent(sandbox())).toEqual([request]);
		expect(json).toMatchObject([answer]);
		expect(json[0]).not.toHaveProperty('fn');
	});

	it('of each item is sent on its own, in order', async () => {
		const { json } = await api('call', { path: '=contact/{{ $json.id }}' }, [
			{ id: 13 },
			{ id: 11 },
			{ id: 13 },
		]);
		const ids = json.map(({ content }) => (content as Array<{ id: number }>)[0]?.id);
		expect(ids).toEqual([13, 11, 13]);
		expect(sent(sandbox())).toHaveLength(3);
	});

	it('that creates is not repeated when its answer is lost', async () => {
		sandbox().addFault({ method: 'POST', when: 'after', action: { type: 'reset' } });
		const parameters = { method: 'POST', path: 'contact', body: '{ "fn": "Ana" }' };
		const { error } = await api('call', parameters);
		expect(error?.message).toMatch(/whether it was carried out is unknown$/);
		expect(sent(sandbox())).toHaveLength(1);
	});

	it('shows what it would send, when nothing is to be sent', async () => {
		const parameters = { method: 'POST', path: 'contact', body: '{ "fn": "Ana" }' };
		const { json } = await api('call', { ...parameters, options: { validateOnly: true } });
		expect(json).toEqual([{ method: 'POST', path: '/api/contact', body: { fn: 'Ana' } }]);
		expect(sent(sandbox())).toEqual([]);
	});
});
