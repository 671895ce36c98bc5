import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { listSearch } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { byId, byList, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const pipeline = runnerOf(sandbox, 'pipeline');
const stage = runnerOf(sandbox, 'stage');

const salesStages = [
	{ id: 60000, name: 'Incoming leads', sort: 10 },
	{ id: 60001, name: 'Initial contact', sort: 20 },
	{ id: 60002, name: 'Offer made', sort: 30 },
	{ id: 60003, name: 'Negotiation', sort: 40 },
	{ id: 60004, name: 'Contract', sort: 50 },
	{ id: 142, name: 'Closed - won', sort: 10_000 },
	{ id: 143, name: 'Closed - lost', sort: 11_000 },
];

const sales = {
	id: 900,
	name: 'Sales',
	sort: 1,
	is_main: true,
	is_archive: false,
	is_unsorted_on: true,
	stages: salesStages,
};

describe('pipeline: getAll', () => {
	test('gives every pipeline with its stages in order, won and lost last (fact sheet §4.11)', async () => {
		const run = await pipeline('getAll');

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/leads/pipelines', query: {}, body: undefined },
		]);
		expect(run.json[0]).toEqual(sales);
		expect(run.json[1]).toMatchObject({ id: 901, name: 'Renewals', is_main: false });
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test('puts stages in order whatever order they come in', async () => {
		sandbox().accounts.kommo.store.pipelines.get(900)?.statuses.reverse();
		const { json } = await pipeline('getAll');

		expect(json[0]?.stages).toEqual(salesStages);
	});

	test('raw gives the stages as the API embeds them', async () => {
		const { json } = await pipeline('getAll', { simplify: false });

		expect(json[0]).toMatchObject({
			account_id: 30001,
			_embedded: { statuses: [{ id: 60000, type: 1, pipeline_id: 900 }, {}, {}, {}, {}, {}, {}] },
		});
	});

	test('asks once for many items', async () => {
		const run = await pipeline('getAll', {}, [{}, {}, {}]);

		expect(sent(sandbox())).toHaveLength(1);
		expect(pairing(run)).toEqual([0, 0, 1, 1, 2, 2].map((item) => ({ item })));
	});
});

describe('pipeline: get', () => {
	test.each([
		['its id', byId('900')],
		['the list', byList(900)],
		['its name in an expression', byId('={{ "sales" }}')],
	])('finds a pipeline by %s (§4.11)', async (_what, pipelineId) => {
		const run = await pipeline('get', { pipelineId });

		expect(sent(sandbox()).at(-1)).toEqual({
			method: 'GET',
			path: '/api/v4/leads/pipelines/900',
			query: {},
			body: undefined,
		});
		expect(run.items).toEqual([{ json: sales, pairedItem: { item: 0 } }]);
	});

	test('asks once for every pipeline and gives the items in input order', async () => {
		const run = await pipeline('get', { pipelineId: byId('={{ $json.id }}') }, [
			{ id: 901 },
			{ id: 900 },
			{ id: 901 },
		]);

		expect(
			sent(sandbox())
				.map(({ path }) => path)
				.sort(),
		).toEqual(['/api/v4/leads/pipelines/900', '/api/v4/leads/pipelines/901']);
		expect(run.json.map(({ id }) => id)).toEqual([901, 900, 901]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test.each([
		['does not exist', byId(999), 'No pipeline has the ID 999 [item 0]'],
		['has no id', byId('={{ $json.id }}'), "'Pipeline' is empty [item 0]"],
		[
			'has an unknown name',
			byId('={{ "Sails" }}'),
			'\'Pipeline\' does not exist: "Sails" [item 0]',
		],
	])('says so when a pipeline %s', async (_what, pipelineId, message) => {
		const { error } = await pipeline('get', { pipelineId });

		expect(error?.message).toBe(message);
		expect(error?.itemIndex).toBe(0);
	});

	test('names the nearest pipelines', async () => {
		const { error } = await pipeline('get', { pipelineId: byId('={{ "Sails" }}') });

		expect(error?.description).toContain('"Sales"');
	});

	test('gives an empty item for a missing pipeline when asked to', async () => {
		const { json } = await pipeline('get', {
			pipelineId: byId(999),
			options: { whenNotFound: 'empty' },
		});

		expect(json).toEqual([{}]);
	});

	test('reports a missing pipeline on its own item when it continues on fail', async () => {
		const run = await pipeline(
			'get',
			{ pipelineId: byId('={{ $json.id }}') },
			[{ id: 999 }, { id: 901 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.json.map(({ id }) => id)).toEqual([901]);
		expect(run.outputs[1]).toMatchObject([{ pairedItem: { item: 0 } }]);
	});

	test('the locator lists pipelines and narrows them by name', async () => {
		const search = async (filter?: string) =>
			await listSearch(
				new Kommo(),
				'searchPipelines',
				{ authentication: 'apiToken' },
				apiTokenCredentials(sandbox()),
				{ filter },
			);

		expect((await search()).results).toEqual([
			{ name: 'Sales', value: 900 },
			{ name: 'Renewals', value: 901 },
		]);
		expect((await search('new')).results).toEqual([{ name: 'Renewals', value: 901 }]);
	});
});

describe('stage: getAll', () => {
	test('gives the stages of the pipeline with won and lost (§4.11)', async () => {
		const run = await stage('getAll', { pipelineId: byId('901') });

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/leads/pipelines/901/statuses', query: {}, body: undefined },
		]);
		expect(run.json.map(({ id, name, pipeline_id }) => [id, name, pipeline_id])).toEqual([
			[60010, 'Incoming leads', 901],
			[60011, 'Reminder sent', 901],
			[60012, 'Terms agreed', 901],
			[142, 'Renewed', 901],
			[143, 'Not renewed', 901],
		]);
		expect(run.json[1]).toEqual({
			id: 60011,
			name: 'Reminder sent',
			sort: 20,
			pipeline_id: 901,
			type: 0,
			color: '#99ccff',
			is_editable: true,
		});
		expect(pairing(run)).toEqual(Array.from({ length: 5 }, () => ({ item: 0 })));
	});

	test('raw gives the record as it is', async () => {
		const { json } = await stage('getAll', { pipelineId: byList(900), simplify: false });

		expect(json[0]).toMatchObject({ id: 60000, type: 1, account_id: 30001 });
	});

	test('Include Descriptions asks for them (§4.11: with=descriptions)', async () => {
		const options = { include: ['descriptions'] };
		const { json } = await stage('getAll', { pipelineId: byId(900), options });

		expect(sent(sandbox())[0]?.query).toEqual({ with: 'descriptions' });
		expect(json[0]).toMatchObject({ name: 'Incoming leads', descriptions: [] });
	});

	test('takes the name of the pipeline in an expression, another for every item', async () => {
		const run = await stage('getAll', { pipelineId: byId('={{ $json.name }}') }, [
			{ name: 'Renewals' },
			{ name: 'Sales' },
		]);

		expect(sent(sandbox()).map(({ path }) => path)).toEqual([
			'/api/v4/leads/pipelines',
			'/api/v4/leads/pipelines/901/statuses',
			'/api/v4/leads/pipelines/900/statuses',
		]);
		expect(pairing(run).map((paired) => JSON.stringify(paired))).toEqual([
			...Array.from({ length: 5 }, () => '{"item":0}'),
			...Array.from({ length: 7 }, () => '{"item":1}'),
		]);
	});

	test.each([
		['no pipeline', byId('={{ $json.id }}'), "'Pipeline' is empty [item 0]"],
		['zero', byId('={{ 0 }}'), "'Pipeline' is not an ID: 0 [item 0]"],
	])('refuses %s', async (_what, pipelineId, message) => {
		const { error } = await stage('getAll', { pipelineId });

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});

	test('reports an unknown pipeline on its own item when it continues on fail', async () => {
		const run = await stage(
			'getAll',
			{ pipelineId: byId('={{ $json.id }}') },
			[{ id: 999 }, { id: 901 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.json).toHaveLength(5);
		expect(run.outputs[1]).toMatchObject([{ pairedItem: { item: 0 } }]);
		expect(run.outputs[1]?.[0]?.json.error).toContain('/api/v4/leads/pipelines/999/statuses');
	});
});
