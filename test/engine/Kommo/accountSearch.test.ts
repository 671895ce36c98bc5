import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { runAsTool } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const account = runnerOf(sandbox, 'account');

const PATHS = ['/api/v4/leads', '/api/v4/contacts', '/api/v4/companies'];

describe('account: searchEverywhere', () => {
	test('asks leads, contacts and companies the same question (fact sheet §4.1, §4.4, §4.5)', async () => {
		await account('searchEverywhere', { query: 'Ana' });

		const asked = sent(sandbox(), 'GET').filter(({ query }) => query.query === 'Ana');
		expect(asked.map(({ path, query }) => [path, query])).toEqual(
			PATHS.map((path) => [path, { query: 'Ana', limit: '50' }]),
		);
	});

	test('every hit says what it is; equal ids of two kinds are two hits', async () => {
		const { store } = sandbox().accounts.kommo;
		const [lead] = [...store.leads.values()];
		const [contact] = [...store.contacts.values()];
		const [company] = [...store.companies.values()];
		if (!lead || !contact || !company) throw new Error('The seed has all of them');
		store.leads.set(77, { ...lead, id: 77, name: 'Zebra lead' });
		store.contacts.set(77, { ...contact, id: 77, name: 'Zebra contact' });
		store.companies.set(77, { ...company, id: 77, name: 'Zebra company' });
		const run = await account('searchEverywhere', { query: 'zebra' });

		expect(run.json).toEqual([
			expect.objectContaining({ entity_type: 'leads', id: 77, name: 'Zebra lead' }),
			expect.objectContaining({ entity_type: 'contacts', id: 77, name: 'Zebra contact' }),
			expect.objectContaining({ entity_type: 'companies', id: 77, name: 'Zebra company' }),
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
		expect(run.json[0]).not.toHaveProperty('_links');
	});

	test('the limit counts for each type', async () => {
		const run = await account('searchEverywhere', { query: 'a', limit: 2 });

		expect(run.json.map(({ entity_type }) => entity_type)).toEqual(
			['leads', 'contacts', 'companies'].flatMap((type) => [type, type]),
		);
	});

	test('Return All reads all pages by id', async () => {
		sandbox().setSwitches({ maxPageSize: 2 });
		const run = await account('searchEverywhere', {
			query: 'a',
			entityTypes: ['contacts'],
			returnAll: true,
		});

		const stored = run.json.filter(({ entity_type }) => entity_type === 'contacts');
		expect(stored.length).toBeGreaterThan(2);
		const asked = sent(sandbox(), 'GET').filter(({ query }) => query.query !== undefined);
		expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/api/v4/contacts']));
		expect(new Set(asked.map(({ query }) => query['order[id]']))).toEqual(new Set(['asc']));
	});

	test('without Simplify the hits come as the API gives them, with their type', async () => {
		const run = await account('searchEverywhere', {
			query: 'a',
			entityTypes: ['companies'],
			limit: 1,
			simplify: false,
		});

		expect(run.json).toEqual([
			expect.objectContaining({ entity_type: 'companies', _links: expect.anything() as unknown }),
		]);
	});

	test('items with the same question share the answer, others ask their own', async () => {
		const run = await account('searchEverywhere', { query: '={{ $json.q }}', limit: 1 }, [
			{ q: 'a' },
			{ q: 'a' },
			{ q: 'e' },
		]);

		const asked = sent(sandbox(), 'GET').filter(({ query }) => query.query !== undefined);
		expect(asked).toHaveLength(6);
		expect(run.error).toBeNull();
		expect(new Set(run.items.map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(3);
	});

	test('nothing found gives no item', async () => {
		const run = await account('searchEverywhere', { query: 'nobody has this' });

		expect(run.error).toBeNull();
		expect(run.items).toEqual([]);
	});

	test.each([
		[{ query: '={{ "" }}' }, "'Query' is empty"],
		[{ query: 'a', entityTypes: [] }, "'Entity Types' is empty"],
		[
			{ query: 'a', entityTypes: '={{ ["customers"] }}' },
			"'Entity Types' holds what is not searched here: customers",
		],
	])('%j is refused', async (parameters, message) => {
		const { error } = await account('searchEverywhere', parameters);

		expect(error?.message).toContain(message);
		expect(sent(sandbox())).toEqual([]);
	});

	test('one refused collection ends the item: half an answer would look like a whole one', async () => {
		sandbox().addFault({ path: '/api/v4/contacts', action: { type: 'status', status: 400 } });
		const run = await account('searchEverywhere', { query: 'a' }, [{}], {
			settings: { onError: 'continueRegularOutput' },
		});

		expect(run.json).toEqual([expect.objectContaining({ error: expect.any(String) as unknown })]);
	});

	test('an agent can ask', async () => {
		const { response } = await runAsTool({
			nodeType: new Kommo(),
			credentials: apiTokenCredentials(sandbox()),
			parameters: {
				authentication: 'apiToken',
				resource: 'account',
				operation: 'searchEverywhere',
				query: "={{ $fromAI('query', '', 'string') }}",
			},
			args: { query: 'Ana' },
		});

		expect(JSON.stringify(response)).toContain('contacts');
	});
});
