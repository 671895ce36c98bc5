import { bodyOf, clevertimRunner, sent, useClevertimSandbox } from '../../support/clevertimSandbox';
import { CREATE_CASES } from './createCases';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

describe('a create sends what the fact sheet documents, once', () => {
	it.each(CREATE_CASES.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
		const { json, items, error } = await run(one.resource, 'create', one.parameters, [{}], {
			timezone: 'Europe/London',
		});

		expect(error).toBeNull();
		expect(sent(sandbox(), 'POST')).toEqual([
			{ method: 'POST', path: `/api/${one.kind}`, body: one.body },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		const stored = sandbox().store.get(one.kind, json[0]?.id);
		expect(stored).toMatchObject(one.body);
		expect(json[0]).toMatchObject({ id: stored?.id, ...one.body });
	});
});

describe('many items', () => {
	it('become one record each, with their own values and in their order', async () => {
		const names = ['Ana', 'Ben', 'Cy', 'Di'];
		const { items } = await run(
			'contact',
			'create',
			{ firstName: '={{ $json.name }}' },
			names.map((name) => ({ name })),
		);

		expect(items.map(({ json, pairedItem }) => [json.fn, pairedItem])).toEqual(
			names.map((name, item) => [name, { item }]),
		);
		const stored = items.map(({ json }) => sandbox().store.get('contact', json.id)?.fn);
		expect(stored).toEqual(names);
	});

	it('map columns of their own to custom fields by ID and name', async () => {
		await run(
			'contact',
			'create',
			{
				firstName: '={{ $json.first }}',
				customFields: { mappingMode: 'autoMapInputData', value: null },
			},
			[{ first: 'Ana', Rating: 'Silver', '1': 'R-1', other: 'x' }],
		);
		expect(bodyOf(sandbox(), 'POST').cf).toEqual({ '1': 'R-1', '2': 'Silver' });
	});

	it('that take phones and social ids from their data give them back as they were (§5)', async () => {
		const phones = [{ type: 'Pager', no: '1234' }];
		const smids = [{ type: 'Skype', smid: 'ana:smith' }];
		await run(
			'contact',
			'create',
			{
				firstName: 'Ana',
				additionalFields: { phoneList: '={{ $json.phones }}', socialIdList: '={{ $json.smids }}' },
			},
			[{ phones, smids }],
		);
		expect(bodyOf(sandbox(), 'POST')).toMatchObject({ phones, smids });
	});
});

describe('the answer of a create', () => {
	it('is completed by reading the record again when it is short (§3)', async () => {
		sandbox().setSwitches({ postAnswer: 'id' });
		const { json } = await run('contact', 'create', { firstName: 'Ana' });

		expect(sent(sandbox()).map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /api/contact',
			'GET /api/contact/17',
		]);
		expect(json[0]).toMatchObject({ id: 17, fn: 'Ana', notes: [] });
		expect(json[0]).toHaveProperty('ao');
	});

	it('is given with the values sent where reading again is switched off', async () => {
		sandbox().setSwitches({ postAnswer: 'id' });
		const { json } = await run('contact', 'create', {
			firstName: 'Ana',
			options: { return: 'values' },
		});

		expect(sent(sandbox())).toHaveLength(1);
		expect(json).toEqual([{ fn: 'Ana', is_company: false, id: 17 }]);
	});

	it('counts as written also when the record cannot be read again', async () => {
		sandbox().setSwitches({ postAnswer: 'id' });
		sandbox().addFault({ method: 'GET', action: { type: 'status', status: 404 } });
		const { json, error } = await run('contact', 'create', { firstName: 'Ana' });

		expect(error).toBeNull();
		expect(json).toEqual([{ fn: 'Ana', is_company: false, id: 17 }]);
	});

	it('without an ID is not taken for a success, and the create is not repeated', async () => {
		sandbox().addFault({
			method: 'POST',
			when: 'after',
			action: { type: 'status', status: 200, body: { status: 'OK', content: [] } },
		});
		const { error } = await run('contact', 'create', { firstName: 'Ana' });

		expect(error?.message).toBe('The answer has no row for this contact');
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
	});
});
