import {
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { READ_CASES } from './settingsCases';

const sandbox = useComagicSandbox();

it.each(READ_CASES)(
	'$resource $operation asks $method',
	async ({ resource, operation, method, parameters = {}, params, first }) => {
		const { items, error } = await comagicRunner(sandbox, resource)(operation, parameters);
		expect(error).toBeNull();
		expect(paramsOf(sandbox(), method)).toEqual(params);
		if (first) expect(items[0]?.json).toMatchObject(first);
		for (const { pairedItem } of items) expect(pairedItem).toEqual({ item: 0 });
	},
);

it('reads many records by their ids with one request', async () => {
	const parameters = { employeeId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
	const items = [{ id: 44 }, { id: 41 }, { id: 44 }];
	const { json } = await comagicRunner(sandbox, 'employee')('get', parameters, items);
	expect(json.map(({ id }) => id)).toEqual([44, 41, 44]);
	expect(paramsOf(sandbox(), 'get.employees')).toEqual({
		filter: {
			condition: 'or',
			filters: [
				{ field: 'id', operator: '=', value: 44 },
				{ field: 'id', operator: '=', value: 41 },
			],
		},
		limit: 2,
	});
});

it.each([
	['stops', {}, 'No employee has the ID 999'],
	['gives an empty item', { whenNotFound: 'empty' }, undefined],
])('%s when no record has the ID', async (_name, options, message) => {
	const parameters = { employeeId: { __rl: true, mode: 'id', value: 999 }, options };
	const { json, error } = await comagicRunner(sandbox, 'employee')('get', parameters);
	if (message === undefined) expect(json).toEqual([{}]);
	else expect(error?.message).toContain(message);
});

it('acts for the user an agent names, except where the method knows none', async () => {
	const [customer] = sandbox().agency.customers;
	const options = { userId: String(customer?.userId) };
	const more = { credentialFields: { access: 'agencyToken' as const } };
	const tags = await comagicRunner(sandbox, 'tag')('getAll', { options }, [{}], more);
	expect(tags.error).toBeNull();
	expect(paramsOf(sandbox(), 'get.tags')).toEqual({ limit: 50, user_id: customer?.userId });
	for (const resource of ['customer', 'user']) {
		const { items } = await comagicRunner(sandbox, resource)('getAll', { options }, [{}], more);
		expect(items.length).toBeGreaterThan(0);
	}
	expect(paramsOf(sandbox(), 'get.customers')).toEqual({ limit: 50 });
	expect(paramsOf(sandbox(), 'get.customer_users')).toEqual({ limit: 50 });
});

it('gives an agent single customers, users and the tariff plans', async () => {
	const more = { credentialFields: { access: 'agencyToken' as const } };
	const customers = await comagicRunner(sandbox, 'customer')('getAll', {}, [{}], more);
	const id = customers.json[0]?.id as number;
	const pick = { __rl: true, mode: 'id', value: id };
	const one = await comagicRunner(sandbox, 'customer')('get', { customerId: pick }, [{}], more);
	expect(one.json[0]?.id).toBe(id);
	const users = await comagicRunner(sandbox, 'user')('getAll', {}, [{}], more);
	const userId = { __rl: true, mode: 'id', value: users.json[0]?.id as number };
	const user = await comagicRunner(sandbox, 'user')('get', { userId }, [{}], more);
	expect(user.json[0]?.id).toBe(users.json[0]?.id);
	const plans = await comagicRunner(sandbox, 'customer')('getTariffPlans', {}, [{}], more);
	expect(plans.items.length).toBeGreaterThan(0);
});

it('gives ids as numbers and no item when nothing matches', async () => {
	const run = comagicRunner(sandbox, 'tag');
	const { json } = await run('getAll', { returnAll: true });
	expect(json.map(({ id }) => id)).toEqual([101, 102, 103, 104, 105, 106]);
	const filters = { conditions: { text: [{ field: 'name', operator: 'equals', value: 'None' }] } };
	expect((await run('getAll', { filters })).items).toEqual([]);
	expect(rpcCalls(sandbox(), { rpcMethod: 'get.tags' }).at(-1)?.params.filter).toEqual({
		field: 'name',
		operator: '=',
		value: 'None',
	});
});
