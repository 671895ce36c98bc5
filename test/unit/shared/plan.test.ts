import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { Hints } from '../../../nodes/shared/hints';
import { InvalidValue } from '../../../nodes/shared/invalidValue';
import type { Field, Operation, RowContext, Session } from '../../../nodes/shared/operation';
import { planRows } from '../../../nodes/shared/plan';
import { ParameterReader } from '../../../nodes/shared/readFields';
import { ApiFailure } from '../../../nodes/shared/wire';
import { FakeClock } from '../../support/fakeClock';
import { stubContext } from './stubContext';
import { StubSession } from './stubSession';

type To = (value: unknown, row: RowContext) => unknown;

const field = (name: string, to?: To, routed = true): Field => {
	const prop: INodeProperties = {
		displayName: name,
		name,
		type: 'string',
		default: '',
		...(routed ? { routing: { send: { type: 'body', property: name } } } : {}),
	};
	return { prop, ...(to ? { to } : {}) };
};

async function plan(
	fields: Field[],
	json: IDataObject[],
	more: { parameters?: INodeParameters; url?: string; operation?: Partial<Operation> } = {},
) {
	const parameters = { name: '=name', ...more.parameters };
	const { context } = stubContext({ parameters, items: json.map((one) => ({ json: one })) });
	const clock = new FakeClock();
	const operation: Operation = {
		option: {
			name: 'X',
			value: 'x',
			routing: { request: { method: 'PATCH', url: more.url ?? '/things' } },
		},
		kind: 'write',
		fields,
		root: '',
		noun: 'thing',
		...more.operation,
	};
	const planned = planRows<Session>({
		context,
		operation,
		session: new StubSession(() => null),
		reader: new ParameterReader(context),
		hints: new Hints(),
		clock,
	});
	planned.catch(() => undefined);
	await clock.runAll();
	return await planned;
}

describe('planRows', () => {
	test('makes one row of every item, with its own values', async () => {
		const { rows } = await plan([field('name')], [{ name: 'A' }, { name: 'B' }]);

		expect(
			rows.map(({ itemIndex, method, path, body }) => [itemIndex, method, path, body]),
		).toEqual([
			[0, 'PATCH', '/things', { name: 'A' }],
			[1, 'PATCH', '/things', { name: 'B' }],
		]);
	});

	test('sets apart what cannot be sent, by item', async () => {
		const refuse: To = (value) => {
			if (value === 'bad') throw new InvalidValue(`'name' is bad`);
			return value;
		};
		const { rows, invalid } = await plan(
			[field('name', refuse)],
			[{ name: 'A' }, { name: 'bad' }, { name: 'C' }],
		);

		expect(rows.map(({ itemIndex }) => itemIndex)).toEqual([0, 2]);
		expect([...invalid].map(([index, { message }]) => [index, message])).toEqual([
			[1, "'name' is bad"],
		]);
	});

	const failing =
		(stopsRun: boolean): To =>
		(value) => {
			if (value !== 'look up') return value;
			throw new ApiFailure({
				message: 'no answer',
				description: '',
				status: 500,
				request: { method: 'GET', path: '/users' },
				stopsRun,
			});
		};
	const three = [{ name: 'A' }, { name: 'look up' }, { name: 'C' }];

	test('a look-up that fails concerns its item', async () => {
		const { rows, invalid } = await plan([field('name', failing(false))], three);

		expect(rows).toHaveLength(2);
		expect([...invalid.keys()]).toEqual([1]);
	});

	test('one that every request would meet leaves no row to be sent', async () => {
		const { rows, invalid } = await plan([field('name', failing(true))], three);

		expect(rows).toEqual([]);
		expect([...invalid.keys()].sort()).toEqual([0, 1, 2]);
	});

	test('a slip of our own is thrown', async () => {
		const slip: To = () => {
			throw new TypeError('a bug');
		};

		await expect(plan([field('name', slip)], [{}])).rejects.toThrow(TypeError);
	});

	test('a transform can set path, body and query, a check has the last look', async () => {
		const to: To = (value, row) => {
			row.path('id', 7);
			row.body('note.text', value);
			row.query('filter[id]', [1, 2]);
			return undefined;
		};
		const check = (body: IDataObject) => {
			body.checked = true;
		};
		const { rows } = await plan([field('name', to)], [{ name: 'A' }], {
			url: '/things/{id}/notes',
			operation: { check, query: { with: 'contacts' } },
		});

		expect(rows[0]).toMatchObject({
			path: '/things/7/notes',
			body: { note: { text: 'A' }, checked: true },
			query: { 'filter[id]': [1, 2], with: 'contacts' },
		});
	});

	test('a value in the path cannot leave its place', async () => {
		const to: To = (_value, row) => row.path('id', '7?x=1#y');
		const { rows } = await plan([field('name', to)], [{}], { url: '/things/{id}' });

		expect(rows[0]?.path).toBe('/things/7%3Fx%3D1%23y');
	});

	test('a path without its value is refused', async () => {
		const { invalid } = await plan([field('name')], [{ name: 'A' }], { url: '/things/{id}' });

		expect(invalid.get(0)?.message).toBe("'id' is empty");
	});

	test.each<[string, INodeParameters, object]>([
		['a limit', { returnAll: false, limit: 5, simplify: true }, { limit: 5, simplify: true }],
		['everything', { returnAll: true, limit: 5 }, { limit: null, simplify: false }],
		['an empty item', { options: { whenNotFound: 'empty' } }, { whenNotFound: 'empty' }],
	])('how the result is shown: %s', async (_name, parameters, view) => {
		const { rows } = await plan([], [{}], { parameters });

		expect(rows[0]?.view).toMatchObject(view);
	});

	test.each([0, -1, 1.5, 'few'])('Limit %p is refused', async (limit) => {
		const { invalid } = await plan([], [{}], { parameters: { limit } });

		expect(invalid.get(0)?.message).toMatch(/'Limit' is not a whole number above 0/);
	});

	test('after 5 ms of work other work of the process gets its turn', async () => {
		const { context } = stubContext({
			items: Array.from({ length: 100 }, () => ({ json: {} })),
		});
		const clock = new FakeClock();
		let ticks = 0;
		clock.now = () => (ticks += 0.25);
		const operation: Operation = {
			option: { name: 'X', value: 'x', routing: { request: { method: 'POST', url: '/x' } } },
			kind: 'write',
			fields: [],
			root: '',
			noun: 'x',
		};
		let pauses = 0;
		clock.sleep = async () => {
			pauses += 1;
			await Promise.resolve();
		};
		const session = new StubSession(() => null);
		const reader = new ParameterReader(context);
		await planRows<Session>({ context, operation, session, reader, hints: new Hints(), clock });

		expect(pauses).toBe(5);
	});
});
