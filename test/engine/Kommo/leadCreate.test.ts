import { useSandbox } from '../../support/sandbox';
import { runAsTool } from '../../support/engine';
import { apiTokenCredentials, oAuthCredentials } from '../../support/sandbox';
import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { pairing, runnerOf, sent } from './kommoRunner';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

describe('lead: create', () => {
	test('posts every item as a row of one array, with its own values (fact sheet §4.1, §3.1)', async () => {
		const items = [
			{ name: 'Roof', price: 990 },
			{ name: 'Gate', price: 0 },
			{ name: 'Door', price: 12 },
		];
		const run = await lead(
			'create',
			{ name: '={{ $json.name }}', additionalFields: { price: '={{ $json.price }}' } },
			items,
		);

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/leads',
				query: {},
				body: [
					{ name: 'Roof', price: 990, request_id: 'i0' },
					{ name: 'Gate', price: 0, request_id: 'i1' },
					{ name: 'Door', price: 12, request_id: 'i2' },
				],
			},
		]);
		expect(run.json).toEqual([
			{ id: 7013, name: 'Roof', price: 990 },
			{ id: 7014, name: 'Gate', price: 0 },
			{ id: 7015, name: 'Door', price: 12 },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('sends every field under the name of the API, users and dates as numbers (§4, §4.1)', async () => {
		const { error } = await lead('create', {
			name: 'Window order',
			additionalFields: {
				closedAt: '2026-03-01T00:00:00Z',
				createdAt: 1767225600,
				createdBy: 0,
				lossReasonId: 72,
				pipelineId: 900,
				price: 990,
				responsibleUserId: 502,
				statusId: 143,
				tags: [14],
				tagsByName: 'site, new one',
				updatedAt: '2026-01-02T00:00:00Z',
				updatedBy: 503,
				visitorUid: 'v-17',
			},
		});

		expect(error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({
			name: 'Window order',
			closed_at: 1772323200,
			created_at: 1767225600,
			created_by: 0,
			loss_reason_id: 72,
			pipeline_id: 900,
			price: 990,
			responsible_user_id: 502,
			status_id: 143,
			_embedded: { tags: [{ name: 'site' }, { name: 'new one' }, { id: 14 }] },
			updated_at: 1767312000,
			updated_by: 503,
			visitor_uid: 'v-17',
		});
	});

	test('reads no reference data when ids need none', async () => {
		await lead('create', { name: 'A', additionalFields: { responsibleUserId: 502, tags: [14] } });

		expect(readPaths(sandbox())).toEqual([]);
	});

	test('without any value posts a row all the same: no field is required (§4.1)', async () => {
		const run = await lead('create');

		expect(onlyRow(sandbox())).toEqual({});
		expect(run.json).toEqual([{ id: 7013 }]);
	});

	test('Return: Full Record gives the lead as it is stored', async () => {
		const run = await lead('create', { name: 'Roof', options: { return: 'entity' } });

		expect(run.json).toEqual([
			expect.objectContaining({ id: 7013, name: 'Roof', pipeline_id: 900, status_id: 60001 }),
		]);
		expect(sent(sandbox(), 'GET')).toEqual([
			{ method: 'GET', path: '/api/v4/leads/7013', query: {}, body: undefined },
		]);
	});

	test('works with the OAuth2 credential as well', async () => {
		const run = await lead('create', { authentication: 'oAuth2', name: 'Roof' }, [{}], {
			credentials: await oAuthCredentials(sandbox()),
		});

		expect(run.error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({ name: 'Roof' });
		expect(run.json).toEqual([{ id: 7013, name: 'Roof' }]);
	});

	test.each(['direct', 'engine'] as const)('runs as the tool of an agent (%s)', async (caller) => {
		const { response, error } = await runAsTool({
			nodeType: new Kommo(),
			credentials: apiTokenCredentials(sandbox()),
			caller,
			parameters: {
				authentication: 'apiToken',
				resource: 'lead',
				operation: 'create',
				name: "={{ $fromAI('name', '', 'string') }}",
			},
			args: { name: 'From the agent' },
		});

		expect(error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({ name: 'From the agent' });
		expect(JSON.stringify(response)).toContain('7013');
	});
});
