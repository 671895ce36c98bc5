import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const create = async (additionalFields: IDataObject) =>
	await lead('create', { name: 'A', additionalFields: additionalFields as never });

describe('stage of a new lead (fact sheet §4.1, §4.11)', () => {
	test.each([
		['pipeline by id', { pipelineId: 901 }, { pipeline_id: 901 }],
		['pipeline by name, in any case', { pipelineId: 'renewals' }, { pipeline_id: 901 }],
		['pipeline and stage by id', { pipelineId: 900, statusId: 60002 }, [900, 60002]],
		['ids as digits', { pipelineId: '900', statusId: '60002' }, [900, 60002]],
		['both by name', { pipelineId: 'Sales', statusId: ' offer MADE ' }, [900, 60002]],
		['a stage alone by id names its pipeline', { statusId: 60011 }, [901, 60011]],
		['a stage alone by name names its pipeline', { statusId: 'Terms agreed' }, [901, 60012]],
		['Won with a pipeline', { pipelineId: 901, statusId: 'Won' }, [901, 142]],
		['Lost with a pipeline', { pipelineId: 'Renewals', statusId: 'lost' }, [901, 143]],
		['Won alone means the main pipeline', { statusId: 142 }, [900, 142]],
		["Won by the account's own name", { statusId: 'Renewed' }, [901, 142]],
		[
			'its own name in the chosen pipeline',
			{ pipelineId: 901, statusId: 'Not renewed' },
			[901, 143],
		],
	])('%s', async (_what, given, expected) => {
		const { error } = await create(given);

		expect(error).toBeNull();
		const [pipeline_id, status_id] = Array.isArray(expected) ? expected : [expected.pipeline_id];
		expect(onlyRow(sandbox())).toEqual({
			name: 'A',
			pipeline_id,
			...(status_id === undefined ? {} : { status_id }),
		});
		expect(readPaths(sandbox())).toEqual(['/api/v4/leads/pipelines']);
	});

	test('a pipeline without stages is no hindrance, nor are ids as texts', async () => {
		const statuses = [{ id: '7', name: 'New', sort: 1 }];
		const pipelines = [
			{ id: '5', name: 'Empty', is_main: false },
			{ id: '6', name: 'Main', is_main: true, _embedded: { statuses } },
		];
		const action = { type: 'status', status: 200, body: { _embedded: { pipelines } } } as const;
		sandbox().addFault({ path: '/api/v4/leads/pipelines', action });
		await create({ statusId: 'new' });

		expect(onlyRow(sandbox())).toEqual({ name: 'A', pipeline_id: 6, status_id: 7 });
	});

	test.each([
		[
			'of another pipeline by id',
			{ pipelineId: 900, statusId: 60011 },
			"'Stage' does not belong to the chosen pipeline: 60011 [item 0]",
			'It belongs to the pipeline "Renewals" (901).',
		],
		[
			'of another pipeline by name',
			{ pipelineId: 900, statusId: 'Terms agreed' },
			"'Stage' does not belong to the chosen pipeline: Terms agreed [item 0]",
			'It belongs to the pipeline "Renewals" (901).',
		],
		[
			'that does not exist',
			{ pipelineId: 900, statusId: 'Offer mode' },
			"'Stage' does not exist: Offer mode [item 0]",
			'Stages like it: "Offer made"',
		],
		[
			'that does not exist in any pipeline',
			{ statusId: 77 },
			"'Stage' does not exist: 77 [item 0]",
			'Stages like it: ',
		],
		[
			'that several pipelines have',
			{ statusId: 'Incoming leads' },
			'\'Stage\' is not unique: "Incoming leads" [item 0]',
			"Set 'Pipeline' as well",
		],
	])('a stage %s is refused', async (_what, given, message, description) => {
		const { error } = await create(given);

		expect(error?.message).toBe(message);
		expect(error?.description).toContain(description);
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	test.each([
		['by name', 'Salse', '\'Pipeline\' does not exist: "Salse" [item 0]'],
		['by id', 999, "'Pipeline' does not exist: 999 [item 0]"],
	])('a pipeline that does not exist is refused (%s)', async (_what, pipelineId, message) => {
		const { error } = await create({ pipelineId });

		expect(error?.message).toBe(message);
		expect(error?.description).toContain('"Sales"');
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	test('pipelines are read once for all items, whose stages differ', async () => {
		const stages = ['Initial contact', 'Offer made', 'Won', 'Terms agreed'];
		await lead(
			'create',
			{ additionalFields: { statusId: '={{ $json.stage }}' } },
			stages.map((stage) => ({ stage })),
		);

		expect(readPaths(sandbox())).toEqual(['/api/v4/leads/pipelines']);
		expect(sent(sandbox(), 'POST')[0]?.body).toMatchObject([
			{ pipeline_id: 900, status_id: 60001 },
			{ pipeline_id: 900, status_id: 60002 },
			{ pipeline_id: 900, status_id: 142 },
			{ pipeline_id: 901, status_id: 60012 },
		]);
	});
});

describe('stage of a stored lead', () => {
	test.each(['keep', 'main'] as const)(
		'Won without a pipeline closes it in its own one (switch: %s)',
		async (closingWithoutPipeline) => {
			sandbox().setSwitches({ closingWithoutPipeline });
			await lead('update', { leadId: byId('={{ $json.id }}'), updateFields: { statusId: 'won' } }, [
				{ id: 7009 },
				{ id: 7001 },
			]);

			expect(sent(sandbox(), 'PATCH')[0]?.body).toEqual([
				{ id: 7009, status_id: 142, pipeline_id: 901, request_id: 'i0' },
				{ id: 7001, status_id: 142, pipeline_id: 900, request_id: 'i1' },
			]);
			const { leads } = sandbox().accounts.kommo.store;
			expect(leads.get(7009)).toMatchObject({ pipeline_id: 901, status_id: 142 });
		},
	);

	test('a name all pipelines share for Won or Lost keeps the pipeline, too', async () => {
		for (const pipeline of sandbox().accounts.kommo.store.pipelines.values()) {
			for (const status of pipeline.statuses) if (status.id === 143) status.name = 'Closed lost';
		}
		await lead('update', { leadId: byId(7009), updateFields: { statusId: 'closed lost' } });

		expect(onlyRow(sandbox())).toEqual({ id: 7009, status_id: 143, pipeline_id: 901 });
	});

	test('an open stage moves it into the pipeline of that stage, without a read of the lead', async () => {
		await lead('update', { leadId: byId(7009), updateFields: { statusId: 'Negotiation' } });

		expect(onlyRow(sandbox())).toEqual({ id: 7009, pipeline_id: 900, status_id: 60003 });
		expect(readPaths(sandbox())).toEqual(['/api/v4/leads/pipelines']);
	});
});
