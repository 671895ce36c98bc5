/** Switches of lists and of what entities show. */
import { ask, at, idsOf } from '../client';
import { field, type SwitchCase } from './switchWorld';

export const readingCases: SwitchCase[] = [
	{
		set: { nextLink: 'onFullPage' },
		says: 'a full last page links to an empty one that answers 204',
		check: async ({ kommo, get }) => {
			const last = await get('/leads?limit=11');
			const next = new URL(String(at(last.json, '_links.next.href')));
			expect((await ask(kommo, next.pathname + next.search)).status).toBe(204);
		},
	},
	{
		set: { apiFilterEnabled: false },
		says: 'amoCRM ignores filters of leads and says so in the account, Kommo does not care',
		check: async ({ amocrm, get }) => {
			expect(idsOf(await get('/leads?filter[id]=1007001', amocrm), 'leads')).toHaveLength(6);
			const account = await get('/account?with=is_api_filter_enabled', amocrm);
			expect(at(account.json, 'is_api_filter_enabled')).toBe(false);
			expect(idsOf(await get('/leads?filter[id]=7001'), 'leads')).toEqual([7001]);
			expect(idsOf(await get('/tasks?filter[id]=1004001', amocrm), 'tasks')).toEqual([1004001]);
		},
	},
	{
		set: { maxPageSize: 3 },
		says: 'pages are shorter than asked for, and link on',
		check: async ({ get }) => {
			const reply = await get('/leads?limit=250');
			expect(idsOf(reply, 'leads')).toHaveLength(3);
			expect(at(reply.json, '_links.next.href')).toContain('page=2');
		},
	},
	{
		set: { limitAboveMax: 'clamp' },
		says: 'a limit above 250 is cut',
		check: async ({ get }) => expect((await get('/leads?limit=500')).status).toBe(200),
	},
	{
		set: { emptyLossReason: 'emptyArray' },
		says: 'a lead without a loss reason embeds an empty list',
		check: async ({ get }) => {
			const reply = await get('/leads/7001?with=loss_reason');
			expect(at(reply.json, '_embedded.loss_reason')).toEqual([]);
		},
	},
	{
		set: { fileValueHasIsDeleted: true },
		says: 'file values are read with is_deleted',
		check: async ({ patch, get }) => {
			await patch('/leads/7005', field(3115, { value: { file_uuid: 'u' } }));
			const lead = await get('/leads/7005');
			expect(at(lead.json, 'custom_fields_values')).toMatchObject([
				{ field_id: 3104 },
				{ field_id: 3115, values: [{ value: { file_uuid: 'u', is_deleted: false } }] },
			]);
		},
	},
	{
		set: { kommoSeveralStages: 'all' },
		says: 'Kommo takes several stages; by default the first alone counts',
		check: async ({ sandbox, get }) => {
			const search =
				'/leads?filter[statuses][0][pipeline_id]=900&filter[statuses][0][status_id]=142' +
				'&filter[statuses][1][pipeline_id]=900&filter[statuses][1][status_id]=143';
			expect(idsOf(await get(search), 'leads')).toEqual([7006, 7007]);
			sandbox.setSwitches({ kommoSeveralStages: 'firstOnly' });
			expect(idsOf(await get(search), 'leads')).toEqual([7006]);
		},
	},
	{
		set: { kommoCustomFieldFilter: 'works' },
		says: 'Kommo filters by custom fields; by default it gives everything',
		check: async ({ sandbox, get }) => {
			const search = '/leads?filter[custom_fields_values][3101][]=310101';
			expect(idsOf(await get(search), 'leads')).toEqual([7001]);
			sandbox.setSwitches({ kommoCustomFieldFilter: 'ignored' });
			expect(idsOf(await get(search), 'leads')).toHaveLength(11);
		},
	},
	{
		set: { multitextFilter: 'works' },
		says: 'phones can be filtered; by default they cannot',
		check: async ({ sandbox, amocrm, get }) => {
			const search = '/contacts?filter[custom_fields_values][1003001]=%2B79165550103';
			expect(idsOf(await get(search, amocrm), 'contacts')).toEqual([1008103]);
			sandbox.setSwitches({ multitextFilter: 'ignored' });
			expect(idsOf(await get(search, amocrm), 'contacts')).toHaveLength(4);
		},
	},
	{
		set: { kommoTaskById: 'missing' },
		says: 'GET /tasks/{id} is unknown to Kommo, known to amoCRM',
		check: async ({ amocrm, get }) => {
			expect((await get('/tasks/4001')).status).toBe(404);
			expect((await get('/tasks/1004001', amocrm)).status).toBe(200);
		},
	},
	{
		set: { kommoLossReasons: 'missing' },
		says: 'loss reasons are unknown to Kommo, known to amoCRM',
		check: async ({ amocrm, get }) => {
			expect((await get('/leads/loss_reasons')).status).toBe(404);
			expect((await get('/leads/loss_reasons', amocrm)).status).toBe(200);
		},
	},
];
