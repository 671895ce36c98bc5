import { decodeBody } from '../../../../nodes/Kommo/webhook/decode/decodeBody';
import { sampleCodes } from '../../../../sandbox/kommo/webhooks/samples';
import { EVENTS } from '../../../../nodes/Kommo/webhook/events';
import { shown } from '../../../../nodes/shared/shown';
import { anyText, partial } from '../../../support/partial';
import { ACCOUNT, entityIn, eventIn, eventsIn, sampleBody } from './events';

describe('a delivery of every event of the table (fact sheet §4.19, §5.3)', () => {
	test('has a sample here', () => {
		expect([...sampleCodes].sort()).toEqual(EVENTS.map(({ code }) => code).sort());
	});

	test.each(EVENTS.map(({ code, kind, action }) => ({ code, kind, action })))(
		'$code is about $kind',
		async ({ code, kind, action }) => {
			const { events, account } = await decodeBody(sampleBody(code), async () => undefined);

			expect(account).toEqual({ id: 30001, subdomain: 'acme', url: 'https://acme.kommo.com' });
			expect(events).toEqual([partial({ event: code, entityType: kind, action })]);
		},
	);
});

describe('fields (fact sheet §5.4)', () => {
	test('of a lead are typed, names stay text', async () => {
		expect(await entityIn(sampleBody('status_lead'))).toEqual({
			id: 7001,
			name: 'Roof & repair "A"',
			status_id: 142,
			old_status_id: 60001,
			price: 1450,
			responsible_user_id: 501,
			date_create: 1767225600,
			last_modified: 1767229200,
			created_user_id: 501,
			modified_user_id: 502,
			pipeline_id: 900,
			tags: [
				{ id: 14, name: 'vip' },
				{ id: 15, name: 'сайт' },
			],
			account_id: 30001,
			custom_fields: [
				{
					id: 3101,
					name: 'Channel',
					values: [{ value: 'Referral', enum: 310101 }],
					code: 'CHANNEL',
				},
				{ id: 3105, name: 'Visit date', values: [1767571200] },
				{ id: 3107, name: 'Insured', values: [{ value: '1' }] },
				{
					id: 3190,
					name: 'Items',
					values: [{ value: { description: 'Tile', unit_price: '12.5', quantity: '3' } }],
				},
			],
			created_at: 1767225600,
			updated_at: 1767229200,
		});
	});

	test('of a contact keep leads by id, and phones as text', async () => {
		const contact = await entityIn(sampleBody('responsible_contact'));

		expect(contact).toMatchObject({
			linked_leads_id: { '7001': { ID: 7001 }, '7002': { ID: 7002 } },
			linked_company_id: 8201,
			old_responsible_user_id: 502,
			custom_fields: [{ values: [{ value: '+12025550143' }, { value: '+12025550144' }] }],
		});
	});

	test('of a task keep dates in account time as they are', async () => {
		expect(await entityIn(sampleBody('update_task'))).toMatchObject({
			complete_till: '2026-01-02 23:59:00',
			complete_before: 1767398340,
			old_text: 'Call',
			action_close: true,
			status: 1,
			result: { id: 4001, text: 'Done' },
		});
	});

	test('of a note come from one level deeper, with metadata as data', async () => {
		expect(await entityIn(sampleBody('note_lead'))).toMatchObject({
			id: 6001,
			attachement: '',
			note_type: 4,
			element_id: 7001,
			metadata: { event_source: { id: 502, author_name: 'Sam Ode', type: 1 } },
		});
	});

	test.each([
		['a call', 10, '%7B%22LINK%22%3A%22https%3A%2F%2Fx%22%7D', { LINK: 'https://x' }],
		['a common note', 4, '%7B%22a%22%3A1%7D', '{"a":1}'],
		['a call with broken JSON', 11, '%7B%22a', '{"a'],
		['a call with plain text', 11, 'no+answer', 'no answer'],
	])('text of %s', async (_what, type, text, expected) => {
		const note = 'leads[note][0][note]';
		const { text: found } = await entityIn(`${note}[note_type]=${type}&${note}[text]=${text}`);

		expect(found).toEqual(expected);
	});

	test('of a note keep metadata as text when a number in it is too long', async () => {
		const text = '{"event_source":{"id":12345678901234567890}}';
		const { metadata } = await entityIn(
			`leads[note][0][note][metadata]=${encodeURIComponent(text)}`,
		);

		expect(metadata).toBe(text);
	});

	test('of a talk have flags', async () => {
		expect(await entityIn(sampleBody('update_talk'))).toMatchObject({
			talk_id: 6101,
			is_in_work: true,
			is_read: false,
			entity_type: 'lead',
		});
	});

	test('of a message keep uuids, author and attachment', async () => {
		expect(await entityIn(sampleBody('add_outgoing_message'))).toMatchObject({
			id: 'b1946ac9-2492-4d23-a9f7-8b1f6a0c1d22',
			author: { type: 'internal', user_id: 501 },
			attachment: { file_name: 'roof.jpg' },
			element_type: 2,
		});
	});

	test('of incoming leads are nested', async () => {
		expect(await entityIn(sampleBody('add_unsorted'))).toMatchObject({
			source_data: { client: { name: 'Ana Reis' }, data: [{ id: 'm1', date: 1767225600 }] },
			data: { contacts: [{ id: 8101 }], leads: [{ id: 7002, name: 'Door' }] },
			lead_id: 7002,
		});
		expect(await entityIn(sampleBody('delete_unsorted'))).toMatchObject({
			action: 'decline',
			decline_result: { leads: [7002] },
		});
	});

	test('of a template review are typed', async () => {
		expect(await entityIn(sampleBody('add_chat_template_review'))).toMatchObject({
			is_editable: true,
			is_on_review: false,
			reviews: [{ id: 6701, source_id: 6801, status: 'approved', reject_reason: '' }],
		});
	});

	test.each([
		['too long for a number', '12345678901234567890', '12345678901234567890'],
		['no number', '12a', '12a'],
		['empty', '', ''],
		['negative', '-5', -5],
		['with leading zeros', '007', 7],
	])('an id that is %s', async (_what, id, expected) => {
		expect((await entityIn(`leads[add][0][id]=${id}`)).id).toBe(expected);
	});
});

describe('shapes that differ (fact sheet §5.3, §5.5)', () => {
	test.each<[string, string, object]>([
		[
			'a bare id of very old accounts',
			'leads[delete]=7001',
			{ event: 'delete_lead', entity: { id: 7001 } },
		],
		['a list of bare ids', 'leads[delete][0]=7001', { event: 'delete_lead', entity: { id: 7001 } }],
		[
			'a doubled index',
			'task[update][0][0][id]=4001',
			{ event: 'update_task', entityType: 'tasks', entity: { id: 4001 } },
		],
		['no index', 'leads[add][id]=7001', { event: 'add_lead', entity: { id: 7001 } }],
		[
			'a company among contacts',
			'contacts[update][0][id]=1&contacts[update][0][type]=company',
			{ event: 'update_company', entityType: 'companies' },
		],
		[
			'a company under its own name',
			'companies[add][0][id]=1',
			{ event: 'add_company', entityType: 'companies' },
		],
		[
			"a company's note among contacts",
			'contacts[note][0][note][element_type]=3&contacts[note][0][note][id]=1',
			{ event: 'note_company', entityType: 'companies', entity: { id: 1, element_type: 3 } },
		],
		[
			"a company's note under its own name",
			'companies[note][0][note][id]=1',
			{ event: 'note_company', entityType: 'companies' },
		],
		[
			'a note whose element type is no number',
			'leads[note][0][note][element_type]=constructor&leads[note][0][note][id]=1',
			{ event: 'note_lead', entityType: 'leads', entity: { id: 1 } },
		],
		[
			'a note without the extra level',
			'leads[note][0][id]=1&leads[note][0][text]=x',
			{ event: 'note_lead', entity: { id: 1, text: 'x' } },
		],
		[
			'a message at the top',
			'add[0][id]=u-1&add[0][chat_id]=c-1&add[0][text]=Hi',
			{ event: 'add_message', entityType: 'messages', entity: { id: 'u-1', text: 'Hi' } },
		],
		[
			'an outgoing message at the top',
			'add[0][id]=u-1&add[0][chat_id]=c-1&add[0][type]=outgoing',
			{ event: 'add_outgoing_message', entityType: 'messages', entity: { id: 'u-1' } },
		],
		[
			'a template at the top',
			'add[0][id]=1&add[0][type]=waba',
			{ event: 'add_chat_template_review', entityType: 'chat_templates' },
		],
		[
			'a stage change of the digital pipeline',
			'leads[status][0][id]=1&leads[status][0][old_pipeline_id]=9&leads[status][0][old_status_id]=8',
			{ event: 'status_lead', entity: { id: 1, old_pipeline_id: 9, old_status_id: 8 } },
		],
		[
			'a mail in the digital pipeline',
			'leads[mail_in][0][id]=1&leads[mail_in][0][status_id]=5',
			{ event: 'mail_in_lead', entityType: 'leads', entity: { id: 1, status_id: 5 } },
		],
		[
			'a call in the digital pipeline',
			'leads[call_in][0][id]=1',
			{ event: 'call_in_lead', action: 'call_in' },
		],
		[
			'a period of a customer',
			'customers[period][0][id]=1&customers[period][0][old_period_id]=2',
			{ event: 'period_customer', entity: { id: 1, old_period_id: 2 } },
		],
	])('%s', async (_what, body, expected) => {
		expect(await eventIn(`${ACCOUNT}&${body}`)).toMatchObject(expected);
	});

	test('several entities, actions and groups come in their order', async () => {
		const body = [
			'leads[status][0][id]=1',
			'leads[status][1][id]=2',
			'leads[update][0][id]=1',
			'contacts[add][0][id]=3',
			'task[add][0][id]=4',
		].join('&');

		const events = await eventsIn(`${body}&${ACCOUNT}`);

		expect(events.map(({ event, entity }) => `${event} ${shown(entity.id)}`)).toEqual([
			'status_lead 1',
			'status_lead 2',
			'update_lead 1',
			'add_contact 3',
			'add_task 4',
		]);
	});

	test('holes in the indices lose nothing', async () => {
		const events = await eventsIn('leads[add][3][id]=1&leads[add][7][id]=2');

		expect(events.map(({ entity }) => entity.id)).toEqual([1, 2]);
	});
});

describe('what is unknown', () => {
	test.each<[string, string, object]>([
		['another group', 'invoices[add][0][id]=1', { invoices: { add: [{ id: '1' }] } }],
		['another action', 'leads[merge][0][id]=1', { merge: [{ id: '1' }] }],
		['an action without a group', 'add[0][id]=1', { id: '1' }],
		['a group that is a text', 'leads=1', { leads: '1' }],
		['no body', '', { text: '' }],
		['the account alone', ACCOUNT, { text: ACCOUNT }],
		['text', 'hello', { hello: '' }],
	])('%s passes with its fields and a reason', async (_what, body, entity) => {
		expect(await eventIn(body)).toEqual({
			event: 'unknown',
			entityType: body.startsWith('leads[') ? 'leads' : null,
			action: /^(?:leads\[)?(add|merge)\b/.exec(body)?.[1] ?? null,
			entity,
			reason: anyText,
		});
	});

	test('stands beside what is known', async () => {
		const events = await eventsIn('x[y]=1&leads[add][0][id]=1');

		expect(events.map(({ event }) => event)).toEqual(['add_lead', 'unknown']);
	});

	test('repeated keys of an entity are told, not dropped', async () => {
		expect(await eventsIn('leads[add][0][id]=1&leads[add][0][id]=2')).toEqual([
			partial({ event: 'add_lead', entity: { id: 2 } }),
			partial({
				event: 'unknown',
				entity: { overwritten: [{ key: 'leads[add][0][id]', value: '1' }], count: 1 },
			}),
		]);
	});
});

describe('a body of JSON', () => {
	test.each([
		['nested', { leads: { add: [{ id: 7001, price: 5, tags: null }] } }],
		['flat, as n8n shows forms', { 'leads[add][0][id]': '7001', 'leads[add][0][price]': '5' }],
	])('%s gives the same item', async (_what, body) => {
		expect(await eventIn(JSON.stringify(body))).toEqual({
			event: 'add_lead',
			entityType: 'leads',
			action: 'add',
			entity: { id: 7001, price: 5 },
		});
	});

	test('reaches no prototype', async () => {
		await eventsIn('{"__proto__":{"polluted":1},"leads":{"add":[{"__proto__":{"polluted":1}}]}}');

		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});
});
