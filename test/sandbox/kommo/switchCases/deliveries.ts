/** Switches of webhooks. */
import { at, problemsOf } from '../client';
import type { SwitchCase } from './switchWorld';

export const deliveriesCases: SwitchCase[] = [
	{
		set: { emptyWebhookList: 200 },
		says: 'an empty webhook list is a 200',
		check: async ({ get }) => expect(at((await get('/webhooks')).json, '_total_items')).toBe(0),
	},
	{
		set: { unknownWebhookCode: 'accept' },
		says: 'unknown event codes are stored',
		check: async ({ subscribe }) => expect((await subscribe('no_such_event')).status).toBe(200),
	},
	{
		set: { unknownWebhookCode: 422 },
		says: 'unknown event codes are a 422',
		check: async ({ subscribe }) => expect((await subscribe('no_such_event')).status).toBe(422),
	},
	{
		set: { repostEnablesWebhook: false },
		says: 'a new POST leaves a disabled hook off',
		check: async ({ kommo, subscribe }) => {
			await subscribe('add_lead');
			const hook = kommo.store.webhooks.get(47001);
			if (hook) hook.disabled = true;
			expect(at((await subscribe('add_lead')).json, 'disabled')).toBe(true);
		},
	},
	{
		set: { webhookNeedsPath: true },
		says: 'a destination needs a path',
		check: async ({ post }) => {
			const to = (destination: string) =>
				post('/webhooks', { destination, settings: ['add_lead'] });
			expect(problemsOf(await to('https://a.example'))).toEqual(['0: InvalidUrl destination']);
			expect((await to('https://a.example/')).status).toBe(200);
		},
	},
	{
		set: { deliveryGrouping: 'entity' },
		says: 'every entity has a delivery of its own',
		check: async ({ receiver, post, subscribe }) => {
			await subscribe('add_lead');
			await post('/leads', [{}, {}]);
			expect(await receiver.until(2)).toHaveLength(2);
		},
	},
	{
		set: { deliveryGrouping: 'request' },
		says: 'all events of a request share a delivery',
		check: async ({ kommo, receiver, post, subscribe }) => {
			await subscribe('status_lead', 'update_lead', 'add_company', 'add_lead');
			await post('/leads/complex', [{ name: 'x', _embedded: { companies: [{ name: 'y' }] } }]);
			const [delivery] = await receiver.until(1);
			expect(delivery?.fields).toMatchObject({
				'leads[add][0][name]': 'x',
				'contacts[add][0][name]': 'y',
			});
			expect(kommo.store.deliveries.get(1)?.events).toEqual(['add_lead', 'add_company']);
		},
	},
	{
		set: { deliveryIdStableOnRetry: false },
		says: 'each attempt has an id of its own; by default they share one',
		check: async ({ sandbox, receiver, post, subscribe }) => {
			const idsOfTwo = async (): Promise<number> => {
				receiver.received.length = 0;
				receiver.answers = [500, 200];
				await post('/leads', [{}]);
				const tries = await receiver.until(2);
				return new Set(tries.map((t) => t.headers['x-amocrm-requestid'])).size;
			};
			await subscribe('add_lead');
			expect(await idsOfTwo()).toBe(2);
			sandbox.setSwitches({ deliveryIdStableOnRetry: true });
			expect(await idsOfTwo()).toBe(1);
		},
	},
	{
		set: { stageChangeFiresUpdate: false },
		says: 'a stage change alone is no update',
		check: async ({ kommo, receiver, patch, subscribe }) => {
			await subscribe('update_lead', 'status_lead');
			await patch('/leads/7001', { status_id: 60002 });
			await patch('/leads/7001', { status_id: 60003, price: 2 });
			await receiver.until(3);
			const events = [...kommo.store.deliveries.values()].map((d) => d.events.join());
			expect(events).toEqual(['status_lead', 'status_lead', 'update_lead']);
		},
	},
	{
		set: { oldPipelineId: 'always' },
		says: 'old_pipeline_id is always there; by default only after a move',
		check: async ({ sandbox, receiver, patch, subscribe }) => {
			const key = 'leads[status][0][old_pipeline_id]';
			await subscribe('status_lead');
			await patch('/leads/7001', { status_id: 60002 });
			sandbox.setSwitches({ oldPipelineId: 'onMove' });
			await receiver.until(1);
			await patch('/leads/7001', { status_id: 60003 });
			await receiver.until(2);
			await patch('/leads/7001', { pipeline_id: 901 });
			const all = await receiver.until(3);
			expect(all.map((d) => d.fields[key])).toEqual(['900', undefined, '900']);
		},
	},
	{
		set: { companyNoteGroup: 'contacts' },
		says: "a company's notes travel under contacts; by default under companies",
		check: async ({ sandbox, receiver, post, subscribe }) => {
			const note = [{ note_type: 'common', params: { text: 'Hi' } }];
			await subscribe('note_company');
			await post('/companies/8201/notes', note);
			await receiver.until(1);
			sandbox.setSwitches({ companyNoteGroup: 'companies' });
			await post('/companies/8201/notes', note);
			const [under, own] = await receiver.until(2);
			expect(under?.fields['contacts[note][0][note][text]']).toBe('Hi');
			expect(own?.fields['companies[note][0][note][text]']).toBe('Hi');
		},
	},
];
