import { useSandbox } from '../../support/sandbox';
import { pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const stages = (...stage: Array<Record<string, string | number>>) => ({ stages: { stage } });

const listRequests = () =>
	sent(sandbox())
		.filter(({ path }) => path === '/api/v4/leads')
		.map(({ query }) => query);

describe('several stages at once', () => {
	const three = stages(
		{ pipelineId: 900, statusId: 60001 },
		{ pipelineId: 'Renewals', statusId: 'Terms agreed' },
		{ pipelineId: 901, statusId: 'Lost' },
	);
	const ids = [7001, 7005, 7010, 7011];

	test.each(['firstOnly', 'all'] as const)(
		'Kommo: one request per pair of pipeline and stage, merged by id (fact sheet §4.1; switch: %s)',
		async (kommoSeveralStages) => {
			sandbox().setSwitches({ kommoSeveralStages });
			const run = await lead('search', { filters: three });

			expect(listRequests()).toEqual(
				[
					['900', '60001'],
					['901', '60012'],
					['901', '143'],
				].map(([pipeline, stage]) => ({
					'filter[statuses][0][pipeline_id]': pipeline,
					'filter[statuses][0][status_id]': stage,
					limit: '50',
				})),
			);
			expect(run.json.map(({ id }) => id)).toEqual(ids);
			expect(pairing(run)).toEqual(ids.map(() => ({ item: 0 })));
		},
	);

	test('amoCRM: one request for all pairs (§4.1)', async () => {
		const { json } = await lead(
			'search',
			{
				filters: stages(
					{ pipelineId: 950, statusId: 'Переговоры' },
					{ pipelineId: 'воронка', statusId: 142 },
				),
			},
			[{}],
			{ account: 'amocrm' },
		);

		expect(listRequests()).toEqual([
			{
				'filter[statuses][0][pipeline_id]': '950',
				'filter[statuses][0][status_id]': '61002',
				'filter[statuses][1][pipeline_id]': '950',
				'filter[statuses][1][status_id]': '142',
				limit: '50',
			},
		]);
		expect(json.map(({ id }) => id)).toEqual([1007002, 1007005]);
	});

	test('Limit counts over all of them, in the order that was asked for', async () => {
		const { json } = await lead('search', {
			limit: 3,
			filters: three,
			sort: { by: { field: 'created_at', direction: 'desc' } },
		});

		expect(json.map(({ id }) => id)).toEqual([7011, 7010, 7005]);
	});

	test('other filters are in each of the requests', async () => {
		const { json } = await lead('search', { filters: { ...three, responsibleUsers: [501] } });

		expect(listRequests().map((query) => query['filter[responsible_user_id][]'])).toEqual([
			'501',
			'501',
			'501',
		]);
		expect(json.map(({ id }) => id)).toEqual([7001, 7011]);
	});
});

test('a server that writes numbers as texts is understood', async () => {
	const lead7 = { id: '7', status_id: '60001', pipeline_id: '900', updated_at: '1767225600' };
	const body = { _page: 1, _embedded: { leads: [lead7] } };
	const action = { type: 'status', status: 200, body } as const;
	sandbox().addFault({ path: '/api/v4/leads', times: 2, action });
	const question = {
		filters: {
			...stages({ pipelineId: 900, statusId: 60001 }),
			pipelineIds: [900],
			updatedFrom: '2020-01-01',
		},
	};
	const { error, json } = await lead('search', { ...question, simplify: false });

	expect([error, json]).toEqual([null, [lead7]]);
	expect((await lead('search', question)).json).toEqual([
		{ ...lead7, updated_at: '2026-01-01T00:00:00.000Z' },
	]);
});

describe('a stage that cannot be asked for', () => {
	test.each([
		[
			'without a pipeline',
			{ statusId: 142 },
			"'Stages' has a stage without its pipeline [item 0]",
			'Won and Lost have the same IDs',
		],
		['without a stage', { pipelineId: 900 }, "'Stage' is empty [item 0]", 'Choose a stage'],
		[
			'of another pipeline',
			{ pipelineId: 900, statusId: 60011 },
			"'Stage' does not belong to the chosen pipeline: 60011 [item 0]",
			'"Renewals" (901)',
		],
		[
			'that does not exist',
			{ pipelineId: 900, statusId: 'Negotiations' },
			"'Stage' does not exist: Negotiations [item 0]",
			'"Negotiation"',
		],
	])('%s', async (_what, stage, message, description) => {
		const { error } = await lead('search', { filters: stages(stage) });

		expect(error?.message).toBe(message);
		expect(error?.description).toContain(description);
		expect(listRequests()).toEqual([]);
	});
});
