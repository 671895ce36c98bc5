import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { listSearch, loadOptions } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { sent } from './kommoRunner';

const sandbox = useSandbox();

const queries = () => sent(sandbox()).map(({ query }) => query);

describe('the form of tasks', () => {
	const form = { authentication: 'apiToken', resource: 'task', operation: 'create' };

	test('lists the task types of the account', async () => {
		const types = await loadOptions(
			new Kommo(),
			'getTaskTypes',
			form,
			apiTokenCredentials(sandbox()),
		);

		expect(types).toEqual([
			{ name: 'Follow-up', value: 1 },
			{ name: 'Meeting', value: 2 },
			{ name: 'Send offer', value: 2101 },
		]);
		expect(sent(sandbox()).map(({ path }) => path)).toEqual(['/api/v4/account']);
	});

	test('lists tasks by due date, latest first, and narrows them by text', async () => {
		const search = async (filter?: string) =>
			await listSearch(new Kommo(), 'searchTasks', form, apiTokenCredentials(sandbox()), {
				filter,
			});

		expect((await search()).results.map(({ value }) => value)).toEqual([
			4004, 4002, 4001, 4003, 4005,
		]);
		expect((await search('OFFER')).results).toEqual([{ name: 'Send the offer', value: 4003 }]);
		expect(queries()[0]).toEqual({ 'order[complete_till]': 'desc', limit: '50', page: '1' });
	});

	test('finds a task beyond the first page, though the API cannot search tasks (§4.7)', async () => {
		const { tasks } = sandbox().accounts.kommo.store;
		const model = tasks.get(4001);
		for (let id = 5001; id <= 5300; id++) {
			if (model) tasks.set(id, { ...model, id, complete_till: 2_000_000_000, text: 'Later' });
		}
		const { results } = await listSearch(
			new Kommo(),
			'searchTasks',
			form,
			apiTokenCredentials(sandbox()),
			{ filter: 'offer' },
		);

		expect(results).toEqual([{ name: 'Send the offer', value: 4003 }]);
		expect(queries()).toEqual(
			['1', '2'].map((page) => ({ 'order[complete_till]': 'desc', limit: '250', page })),
		);
	});

	test.each([
		['leads', 'roof', { name: 'Roof repair', value: 7001, card: '/leads/detail/7001' }],
		['contacts', 'ana reis', { name: 'Ana Reis', value: 8101, card: '/contacts/detail/8101' }],
		['companies', 'harbor', { name: 'Harbor Cafe', value: 8203, card: '/companies/detail/8203' }],
	])('lists cards of the chosen kind: %s', async (entityType, filter, { card, ...shown }) => {
		const { results } = await listSearch(
			new Kommo(),
			'searchEntities',
			{ ...form, entityType },
			apiTokenCredentials(sandbox()),
			{ filter },
		);

		expect(sent(sandbox())).toMatchObject([
			{ path: `/api/v4/${entityType}`, query: { query: filter } },
		]);
		expect(results).toEqual([{ ...shown, url: sandbox().accounts.kommo.url + card }]);
	});
});
