import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

describe('price: a whole number (fact sheet §4.1)', () => {
	test.each([
		[0, 0],
		['0', 0],
		['1 234', 1234],
		['1\u00a0234\u00a0567', 1234567],
		['99.00', 99],
		[1e6, 1_000_000],
		[-5, -5],
	])('%j is sent as %j', async (value, price) => {
		await lead('create', { additionalFields: { price: '={{ $json.price }}' } }, [{ price: value }]);

		expect(onlyRow(sandbox())).toEqual({ price });
	});

	test.each([
		[99.5, "'Price' is not a whole number: 99.5 [item 0]"],
		['12,5', "'Price' is not a whole number: 12,5 [item 0]"],
		['ten', '\'Price\' takes a number, not "ten" [item 0]'],
		['1,234', '\'Price\' is ambiguous: "1,234" could mean 1234 or 1.234 [item 0]'],
		[true, "'Price' takes a number, not boolean [item 0]"],
	])('%j is refused, nothing is sent', async (value, message) => {
		const { error } = await lead('create', { additionalFields: { price: '={{ $json.price }}' } }, [
			{ price: value },
		]);

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});

	test.each([
		[99.5, 100],
		['12.4', 12],
	])('Round Price: %j is sent as %j', async (value, price) => {
		const options = { roundPrice: true };
		await lead('create', { additionalFields: { price: value }, options });

		expect(onlyRow(sandbox())).toEqual({ price });
	});

	test.each([[null], [''], [undefined]])('%j is left out', async (value) => {
		await lead('create', { name: 'A', additionalFields: { price: '={{ $json.price }}' } }, [
			{ price: value },
		]);

		expect(onlyRow(sandbox())).toEqual({ name: 'A' });
	});
});

describe('dates: Unix seconds (§0.2, 5)', () => {
	test.each([
		['naive text in the zone of the workflow', '2026-01-31T10:00:00', 1769850000],
		['naive text with a space', '2026-01-31 10:00:00', 1769850000],
		['a day is its midnight there', '2026-01-31', 1769814000],
		['ISO with an offset', '2026-01-31T10:00:00+03:00', 1769842800],
		['ISO in UTC with milliseconds', '2026-01-31T10:00:00.500Z', 1769853600],
		['Unix seconds', 1769850000, 1769850000],
		['Unix seconds as digits', '1769850000', 1769850000],
		['milliseconds', 1769850000123, 1769850000],
	])('%s', async (_what, value, created_at) => {
		await lead(
			'create',
			{ additionalFields: { createdAt: '={{ $json.date }}' } },
			[{ date: value }],
			{ timezone: 'Europe/Berlin' },
		);

		expect(onlyRow(sandbox())).toEqual({ created_at });
	});

	test('a luxon date of an expression keeps its moment', async () => {
		const createdAt = "={{ DateTime.fromISO('2026-01-31T10:00:00+03:00') }}";
		await lead('create', { additionalFields: { createdAt } });

		expect(onlyRow(sandbox())).toEqual({ created_at: 1769842800 });
	});

	test.each(['31.01.2026', 'tomorrow', '2026-02-31', true])(
		'%j is refused, nothing is sent',
		async (value) => {
			const { error } = await lead(
				'create',
				{ additionalFields: { createdAt: '={{ $json.date }}' } },
				[{ date: value }],
			);

			expect(error?.message).toMatch(/^'Created At' takes a date, not .* \[item 0\]$/);
			expect(error?.description).toContain('ISO 8601');
			expect(sent(sandbox())).toEqual([]);
		},
	);
});

describe('users by id, name or e-mail (§4.16)', () => {
	test.each([
		['id', 502, 502],
		['id as digits', '502', 502],
		['the robot', 0, 0],
		['the robot as digit', '0', 0],
		['name', 'Marco Silva', 502],
		['name in another case', ' marco silva ', 502],
		['e-mail', 'Yuki@acme.example', 503],
	])('%s', async (_what, value, created_by) => {
		await lead('create', { additionalFields: { createdBy: '={{ $json.user }}' } }, [
			{ user: value },
		]);

		expect(onlyRow(sandbox())).toEqual({ created_by });
	});

	test('users are read once for all items and fields', async () => {
		await lead(
			'create',
			{
				additionalFields: {
					createdBy: '={{ $json.user }}',
					responsibleUserId: 'Dana Cole',
					updatedBy: 'Yuki Tan',
				},
			},
			[{ user: 'Marco Silva' }, { user: 'Yuki Tan' }],
		);

		expect(readPaths(sandbox())).toEqual(['/api/v4/users']);
	});

	test.each([
		['an unknown name', 'Marko Silva', '"Marko Silva"', '"Marco Silva"'],
		['an unknown address', 'marko@acme.example', '"marko@acme.example"', '"marco@acme.example"'],
	])('%s is refused with the nearest ones', async (_what, user, shown, nearest) => {
		const { error } = await lead('create', { additionalFields: { responsibleUserId: user } });

		expect(error?.message).toBe(`'Responsible User' does not exist: ${shown} [item 0]`);
		expect(error?.description).toContain(nearest);
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	test('a name that two users have is refused with their ids', async () => {
		const { users } = sandbox().accounts.kommo.store;
		const marco = users.get(502);
		if (marco) users.set(509, { ...marco, id: 509, email: 'marco2@acme.example' });
		const { error } = await lead('create', { additionalFields: { createdBy: 'Marco Silva' } });

		expect(error?.message).toBe('\'Created By\' is not unique: "Marco Silva" [item 0]');
		expect(error?.description).toContain('502, 509');
	});

	test('an id of no user is refused by the account, with the name of the field', async () => {
		const { error } = await lead('create', { additionalFields: { responsibleUserId: 4711 } });

		expect(error?.httpCode).toBe('400');
		expect(error?.message).toContain("'Responsible User'");
	});
});

describe('loss reason (§4.2)', () => {
	test.each([
		['id', 72],
		['name', 'chose a competitor'],
	])('by %s', async (_what, lossReasonId) => {
		await lead('update', {
			leadId: byId(7007),
			updateFields: { lossReasonId },
		});

		expect(onlyRow(sandbox())).toEqual({ id: 7007, loss_reason_id: 72 });
	});

	test('an unknown one is refused with the nearest ones', async () => {
		const { error } = await lead('create', { additionalFields: { lossReasonId: 'Too dear' } });

		expect(error?.message).toBe('\'Loss Reason\' does not exist: "Too dear" [item 0]');
		expect(error?.description).toContain('"Too expensive"');
	});

	test('an account without this list says so; with Continue On Fail on the item itself', async () => {
		sandbox().setSwitches({ kommoLossReasons: 'missing' });
		const run = await lead(
			'create',
			{ name: 'A', additionalFields: { lossReasonId: '={{ $json.reason }}' } },
			[{ reason: 'No answer' }, { reason: 72 }],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(run.json[0]?.error).toMatch(/does not know GET \/api\/v4\/leads\/loss_reasons/);
		expect(run.json[1]).toMatchObject({ id: 7013 });
	});
});
