import { Comagic } from '../../../nodes/Comagic/Comagic.node';
import {
	comagicCredentials,
	comagicRunner,
	rpcCalls,
	useComagicSandbox,
} from '../../support/comagicSandbox';
import { listSearch, loadOptions } from '../../support/engine';
import { plainRunner } from './plainNode';

const sandbox = useComagicSandbox({ seed: false });
const plain = plainRunner(sandbox);
const agency = () => sandbox().agency.customers;

const asAgent = (userId?: number) => ({
	credentialFields: { access: 'agencyToken' as const, ...(userId ? { userId } : {}) },
});

const userIds = (rpcMethod: string) =>
	rpcCalls(sandbox(), { rpcMethod }).map(({ params }) => params.user_id);

describe('the user an agent acts for (fact sheet §B.2)', () => {
	it('goes along with every method that knows it', async () => {
		const userId = agency()[1]?.userId ?? 0;
		const { error } = await plain('read', 'data/get.tags', {}, [{}], asAgent(userId));
		expect(error).toBeNull();
		expect(userIds('get.tags')).toEqual([userId]);
	});

	it.each(['get.customers', 'get.customer_users', 'get.tariff_plans'])(
		'does not go along with %s, which does not know it',
		async (method) => {
			const userId = agency()[0]?.userId ?? 0;
			await plain('read', `data/${method}`, {}, [{}], asAgent(userId));
			expect(userIds(method)).toEqual([undefined]);
		},
	);

	it('does not go along with the Call API', async () => {
		await plain('read', 'call/list.calls', {}, [{}], asAgent(agency()[0]?.userId));
		expect(userIds('list.calls')).toEqual([undefined]);
	});

	it('named in the params themselves is the one that counts', async () => {
		const [first, second] = agency().map(({ userId }) => userId);
		await plain('read', 'data/get.tags', { user_id: second }, [{}], asAgent(first));
		expect(userIds('get.tags')).toEqual([second]);
	});

	it('is nobody for a client of his own', async () => {
		await plain('read', 'data/get.tags');
		expect(userIds('get.tags')).toEqual([undefined]);
	});
});

describe("'Acting User ID' of the node", () => {
	const tag = comagicRunner(sandbox, 'tag');
	const users = () => agency().map(({ userId }) => userId);
	const items = () => users().map((userId) => ({ userId }));
	const options = { userId: '={{ $json.userId }}' };

	it('may differ from item to item: a list', async () => {
		const { error, json } = await tag('getAll', { returnAll: true, options }, items(), asAgent());
		expect(error).toBeNull();
		expect(userIds('get.tags').sort()).toEqual(users().sort());
		expect(json.length).toBeGreaterThan(0);
	});

	it('may differ from item to item: a write', async () => {
		const { error } = await tag('create', { name: 'For him', options }, items(), asAgent());
		expect(error).toBeNull();
		const made = rpcCalls(sandbox(), { rpcMethod: 'create.tags' });
		expect(made.map(({ params }) => params)).toEqual(
			users().map((user_id) => ({ name: 'For him', user_id })),
		);
	});

	it('goes before that of the credential', async () => {
		const [first, second] = users();
		const parameters = { returnAll: true, options: { userId: String(second) } };
		await tag('getAll', parameters, [{}], asAgent(first));
		expect(userIds('get.tags')).toEqual([second]);
	});

	it('that is no ID is the matter of its item', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const wrong = [{ userId: 'x' }, { userId: users()[0] }];
		const { json } = await tag('create', { name: 'One', options }, wrong, {
			...asAgent(),
			settings,
		});
		expect(json[0]?.error).toBe("'Acting User ID' is not the ID of a user: x [item 0]");
		expect(json[1]?.error).toBeUndefined();
		expect(userIds('create.tags')).toEqual([users()[0]]);
	});
});

describe('what an agency is told (fact sheet §B.2)', () => {
	it('that a user is missing', async () => {
		const { error } = await plain('read', 'data/get.tags', {}, [{}], asAgent());
		expect(error?.message).toBe('An agent has to say for which user it asks');
		expect(error?.description).toMatch(/'User ID' in the credential or 'Acting User ID'/);
	});

	it('that it cannot act for a user', async () => {
		const { error } = await plain('read', 'data/get.tags', {}, [{}], asAgent(4_040_404));
		expect(error?.message).toBe('The account cannot act for this user: 4040404');
	});
});

describe('lists of the form', () => {
	const node = new Comagic();
	const credentials = (fields = {}) => comagicCredentials(sandbox(), fields);
	const parameters = { resource: 'tag', operation: 'get', options: {} };

	it('take the user from the credential, or from the options of the node', async () => {
		const [first, second] = agency().map(({ userId }) => userId);
		const agent = credentials({ access: 'agencyToken', userId: first });
		await listSearch(node, 'searchSites', parameters, agent);
		const options = { userId: String(second) };
		await listSearch(node, 'searchSites', { ...parameters, options }, agent);
		expect(userIds('get.sites')).toEqual([first, second]);
	});

	it.each([
		['searchSites', 'get.sites'],
		['searchCampaigns', 'get.campaigns'],
		['searchTags', 'get.tags'],
		['searchEmployees', 'get.employees'],
		['searchVirtualNumbers', 'get.virtual_numbers'],
		['searchScenarios', 'get.scenarios'],
		['searchMediaFiles', 'get.media_files'],
		['searchGroups', 'get.group_employees'],
		['searchContacts', 'get.contacts'],
	])('%s asks %s', async (method, rpcMethod) => {
		const { results } = await listSearch(node, method, parameters, credentials());
		expect(rpcCalls(sandbox()).map((call) => call.rpcMethod)).toEqual([rpcMethod]);
		expect(results.length).toBeGreaterThan(0);
		for (const { name, value } of results) {
			expect(name).not.toBe('');
			expect(String(value)).toMatch(/^-?\d+$/);
		}
	});

	it.each([
		['searchCustomers', 'get.customers'],
		['searchCustomerUsers', 'get.customer_users'],
	])('%s asks %s, as an agent', async (method, rpcMethod) => {
		const agent = credentials({ access: 'agencyToken' });
		const { results } = await listSearch(node, method, parameters, agent);
		expect(rpcCalls(sandbox()).map((call) => call.rpcMethod)).toEqual([rpcMethod]);
		expect(results).toHaveLength(agency().length);
	});

	it('find by a part of the name, whatever its case, and by ID', async () => {
		const [tag] = sandbox().store.all('tags');
		const name = String(tag?.name);
		const search = async (filter: string) =>
			(await listSearch(node, 'searchTags', parameters, credentials(), { filter })).results;
		expect(await search(name.toUpperCase())).toContainEqual({ name, value: tag?.id });
		expect(await search(String(tag?.id))).toContainEqual({ name, value: tag?.id });
		expect(await search('nothing is called so')).toEqual([]);
	});

	it('are sorted by name', async () => {
		const { results } = await listSearch(node, 'searchTags', parameters, credentials());
		const names = results.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	it('of the Session API come from there, for the customer that was chosen', async () => {
		const [customer] = agency();
		const chosen = { __rl: true, mode: 'list', value: customer?.id ?? 0 };
		const form = { resource: 'legacy', operation: 'getCallStats', customerId: chosen };
		const agent = credentials({ access: 'agencyLogin' });
		const { results } = await listSearch(node, 'searchSites', form, agent);
		expect(results.length).toBeGreaterThan(0);
		const [request] = sandbox().requests({ path: '/api/v1/site/' });
		expect(request?.query.customer_id).toBe(String(customer?.id));
		expect(rpcCalls(sandbox())).toEqual([]);
	});

	it('dropdowns give the same', async () => {
		const found = await loadOptions(node, 'getTags', parameters, credentials());
		expect(found.length).toBe(sandbox().store.all('tags').length);
	});

	it('say in the user’s words what does not work', async () => {
		sandbox().setSwitches({ dataIpBlocked: true });
		const asking = listSearch(node, 'searchTags', parameters, credentials());
		await expect(asking).rejects.toThrow(/^The Data API of .* does not let requests from .* in$/);
	});
});
