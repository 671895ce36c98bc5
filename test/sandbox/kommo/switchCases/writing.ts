/** Switches of writes. */
import { at, idsOf, keysOf, problemsOf } from '../client';
import { field, type SwitchCase } from './switchWorld';

export const writingCases: SwitchCase[] = [
	{
		set: { patchSingleEnvelope: 'kommo' },
		says: 'PATCH by id answers the list envelope',
		check: async ({ patch }) => {
			const reply = await patch('/leads/7001', { price: 1 });
			expect(idsOf(reply, 'leads')).toEqual([7001]);
		},
	},
	{
		set: { missingIdOnWrite: 404 },
		says: 'an unknown id on a write is a 404',
		check: async ({ post, patch, get }) => {
			expect((await patch('/leads/1', { price: 1 })).status).toBe(404);
			expect(
				(await post('/leads/1/notes', [{ note_type: 'common', params: { text: 'x' } }])).status,
			).toBe(404);
			expect((await get('/leads/1/links')).status).toBe(404);
		},
	},
	{
		set: { missingIdNamesRow: false },
		says: 'a 400 for an unknown id names no row',
		check: async ({ kommo, patch }) => {
			const reply = await patch('/leads', [{ id: 7001, price: 1 }, { id: 1 }]);
			expect([reply.status, at(reply.json, 'validation-errors')]).toEqual([400, undefined]);
			expect(kommo.store.leads.get(7001)?.price).toBe(1450);
		},
	},
	{
		set: { requestIdType: 'number-for-digits' },
		says: 'a request_id of digits comes back as a number, also in errors',
		check: async ({ post }) => {
			const good = await post('/leads', [{ request_id: '5' }, { request_id: 'i6' }]);
			expect(at(good.json, '_embedded.leads.0.request_id')).toBe(5);
			expect(at(good.json, '_embedded.leads.1.request_id')).toBe('i6');
			const bad = await post('/leads', [{ request_id: '5', price: 'x' }]);
			expect(at(bad.json, 'validation-errors.0.request_id')).toBe(5);
		},
	},
	{
		set: { echoRequestId: false },
		says: 'write answers carry no request_id',
		check: async ({ post }) => {
			const reply = await post('/leads', [{ request_id: 'x' }]);
			expect(keysOf(at(reply.json, '_embedded.leads.0'))).toEqual(['id', '_links']);
			const complex = await post('/leads/complex', [{ request_id: 'x' }]);
			expect(at(complex.json, '0.request_id')).toBeUndefined();
		},
	},
	{
		set: { duplicateControl: 'on' },
		says: 'leads/complex uses the stored contact with the same phone',
		check: async ({ post }) => {
			const phone = (value: string) => ({
				_embedded: {
					contacts: [
						{
							custom_fields_values: [
								{ field_code: 'POSITION', values: [{ value: '2025550143' }] },
								{ field_code: 'PHONE', values: [{ value }] },
							],
						},
					],
				},
			});
			const reply = await post('/leads/complex', [phone('+55 11 99999-0000'), phone('+15550177')]);
			expect([at(reply.json, '0.contact_id'), at(reply.json, '0.merged')]).toEqual([8101, true]);
			expect(at(reply.json, '1.merged')).toBe(false);
		},
	},
	{
		set: { rejectReadOnlyKeys: true },
		says: 'keys that cannot be written are refused',
		check: async ({ patch, post }) => {
			const note = { note_type: 'common', params: { text: 'x', is_read: true } };
			expect(problemsOf(await post('/leads/7001/notes', [note]))).toEqual([
				'0: FieldNotExpected params.is_read',
			]);
			const reply = await patch('/leads/7001', {
				price: 1,
				is_deleted: false,
				custom_fields_values: [
					{ field_id: 3101, field_name: 'Channel', values: [{ value: 'Ads' }] },
				],
			});
			expect(problemsOf(reply)).toEqual([
				'0: FieldNotExpected is_deleted',
				'0: FieldNotExpected custom_fields_values.0.field_name',
			]);
			expect(problemsOf(await patch('/tasks/4001', { group_id: 0 }))).toEqual([
				'0: FieldNotExpected group_id',
			]);
		},
	},
	{
		set: { storeRestOnRejectedBatch: true },
		says: 'the good rows of a rejected batch are stored',
		check: async ({ kommo, post }) => {
			const reply = await post('/leads', [{ name: 'good' }, { price: 'x' }]);
			expect(problemsOf(reply)).toEqual(['1: InvalidType price']);
			expect(kommo.store.leads.get(7013)?.name).toBe('good');
		},
	},
	{
		set: { omitRowInAnswer: 1 },
		says: 'the last row is missing from a write answer, though stored',
		check: async ({ kommo, post }) => {
			expect(idsOf(await post('/leads', [{}, {}]), 'leads')).toEqual([7013]);
			expect(kommo.store.leads.size).toBe(14);
		},
	},
	{
		set: { priceAcceptsFloat: true },
		says: 'a float price is stored',
		check: async ({ kommo, patch }) => {
			await patch('/leads/7001', { price: 9.5 });
			expect(kommo.store.leads.get(7001)?.price).toBe(9.5);
		},
	},
	{
		set: { namelessLead: 'empty' },
		says: 'a lead without a name keeps none',
		check: async ({ kommo, post }) => {
			await post('/leads', [{}]);
			expect(kommo.store.leads.get(7013)?.name).toBe('');
		},
	},
	{
		set: { closingWithoutPipeline: 'main' },
		says: '142 without a pipeline moves to the main one',
		check: async ({ sandbox, kommo, patch }) => {
			await patch('/leads/7009', { status_id: 142 });
			expect(kommo.store.leads.get(7009)?.pipeline_id).toBe(900);
			sandbox.reset();
			await patch('/leads/7009', { status_id: 142 });
			expect(kommo.store.leads.get(7009)?.pipeline_id).toBe(901);
		},
	},
	{
		set: { emptyContact: 'reject' },
		says: 'a contact needs a name',
		check: async ({ post }) =>
			expect(problemsOf(await post('/contacts', [{}]))).toEqual(['0: NotBlank name']),
	},
	{
		set: { emptyArrayClearsField: false },
		says: 'only null clears a field',
		check: async ({ patch }) => {
			const clear = (values: unknown) =>
				patch('/leads/7001', { custom_fields_values: [{ field_id: 3101, values }] });
			expect(problemsOf(await clear([]))).toEqual(['0: NotBlank custom_fields_values.0.values']);
			expect((await clear(null)).status).toBe(200);
		},
	},
	{
		set: { multitextDefaultsToWork: false },
		says: 'a phone needs a kind',
		check: async ({ patch }) => {
			const reply = await patch('/contacts/8101', field(3001, { value: '+1' }));
			expect(problemsOf(reply)).toEqual([
				'0: FieldMissing custom_fields_values.0.values.0.enum_code',
			]);
		},
	},
	{
		set: { secondCompanyLink: 'reject' },
		says: 'a second company is refused',
		check: async ({ post }) => {
			const reply = await post('/leads/7001/link', [
				{ to_entity_id: 8202, to_entity_type: 'companies' },
			]);
			expect(problemsOf(reply)).toEqual(['0: NotSupportedChoice to_entity_id']);
		},
	},
	{
		set: { contactToLeadLink: 'reject' },
		says: 'contacts take no links to leads',
		check: async ({ post }) => {
			const reply = await post('/contacts/8108/link', [
				{ to_entity_id: 7001, to_entity_type: 'leads' },
			]);
			expect(problemsOf(reply)).toEqual(['0: NotSupportedChoice to_entity_type']);
		},
	},
];
