import { clevertimRunner, sent, useClevertimSandbox } from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = clevertimRunner(sandbox, 'contact');

const upsert = async (names: string[], emails: string) =>
	await run(
		'upsert',
		{
			matchBy: 'email',
			firstName: '={{ $json.name }}',
			additionalFields: { emails },
		},
		names.map((name) => ({ name })),
		{ settings: { onError: 'continueRegularOutput' } },
	);

it.each([
	['was never answered', 502, undefined, /whether it was carried out is unknown/],
	['was answered without an ID', 200, { status: 'OK', content: [] }, /has no row for this contact/],
])(
	'a record whose creation %s is found by the next item, not created twice',
	async (_what, status, body, message) => {
		const action = { type: 'status', status, body } as const;
		sandbox().addFault({ method: 'POST', when: 'after', action });
		const { json } = await upsert(['Ana', 'Ann'], 'new@x.example');

		expect(sent(sandbox(), 'POST')).toHaveLength(1);
		expect(JSON.stringify(json[0])).toMatch(message);
		expect(json[1]).toMatchObject({ fn: 'Ann', email: ['new@x.example'], created: false });
	},
);

it('a refused creation does not read everything again', async () => {
	sandbox().addFault({ method: 'POST', action: { type: 'status', status: 400 } });
	await upsert(['Ana', 'Ann'], 'new@x.example');
	expect(sent(sandbox(), 'GET').filter(({ path }) => path === '/api/contact')).toHaveLength(1);
});

it('a record whose creation was lost and that is not there yet is not created by the next item', async () => {
	sandbox().addFault({ method: 'POST', action: { type: 'reset' } });
	const { json } = await upsert(['Ana', 'Ann', 'Bo'], '={{ $json.name[0] }}@x.example');

	expect(sent(sandbox(), 'POST')).toHaveLength(2);
	expect(JSON.stringify(json[0])).toMatch(/whether it was carried out is unknown/);
	expect(JSON.stringify(json[1])).toMatch(/whether it was carried out is unknown/);
	expect(json[2]).toMatchObject({ fn: 'Bo', created: true });
});
