import { anyNumber, partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import {
	createLeads,
	newLeads,
	readsOf,
	rowsOf,
	runKommo,
	storedNames,
	updateLeads,
	writesOf,
} from './kommoRun';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const regular = { settings: { onError: 'continueRegularOutput' } } as const;

const leads = () => sandbox().accounts.kommo.store.leads;

describe('pairing answers with rows', () => {
	test.each([
		['without request_id by place', { echoRequestId: false }],
		['with a request_id that comes back as a number', { requestIdType: 'number-for-digits' }],
	] as const)('%s: 120 creates', async (_name, switches) => {
		sandbox().setSwitches(switches);
		const items = newLeads(120);
		const { json } = await runKommo(sandbox(), createLeads(), { items });

		expect(json.map(({ id }) => leads().get(Number(id))?.name)).toEqual(
			items.map(({ name }) => name),
		);
	});

	test('without request_id by id: updates whose answer comes in another order', async () => {
		sandbox().setSwitches({ echoRequestId: false });
		const ids = [...leads().keys()].slice(0, 3);
		const answer = {
			_embedded: {
				leads: [...ids].reverse().map((id) => ({ id, updated_at: 1_700_000_000 + id })),
			},
		};
		sandbox().addFault({
			method: 'PATCH',
			when: 'after',
			action: { type: 'status', status: 200, body: answer },
		});
		const { json } = await runKommo(sandbox(), updateLeads(), {
			items: ids.map((id, index) => ({ id, price: index })),
		});

		expect(json).toEqual(
			ids.map((id, index) => ({ id, price: index, updated_at: 1_700_000_000 + id })),
		);
	});
});

describe('rows missing from an answer', () => {
	test('are error items of their own; the others are paired', async () => {
		sandbox().setSwitches({ omitRowInAnswer: 2 });
		const { json } = await runKommo(sandbox(), createLeads(), { items: newLeads(5), ...regular });

		expect(json.map(({ error }) => error)).toEqual([
			...[undefined, undefined, undefined],
			'The answer has no row for this lead',
			'The answer has no row for this lead',
		]);
		expect(json[3]?.details).toMatch(/look in the account whether it was written/);
	});

	test.each([
		['no request_id and fewer rows', { echoRequestId: false, omitRowInAnswer: 1 }, undefined],
		['a 204', {}, { type: 'empty', status: 204 }],
	] as const)('%s: nothing is guessed', async (_name, switches, action) => {
		sandbox().setSwitches(switches);
		if (action) sandbox().addFault({ method: 'POST', when: 'after', action });
		const { json } = await runKommo(sandbox(), createLeads(), { items: newLeads(3), ...regular });

		expect(json.map(({ error }) => error)).toEqual(
			Array.from({ length: 3 }, () => 'The answer has no row for this lead'),
		);
		expect(storedNames(sandbox()).size).toBe(3);
	});
});

test('a change without a row in the answer is not said to be undone', async () => {
	const ids = [...leads().keys()].slice(0, 2);
	sandbox().addFault({ method: 'PATCH', when: 'after', action: { type: 'empty', status: 204 } });
	const { error } = await runKommo(sandbox(), updateLeads(), {
		items: ids.map((id) => ({ id, price: 5 })),
	});

	expect(error?.message).toBe('The answer has no row for this lead');
	expect(error?.description).toMatch(/ Unknown: items 0–1; look in the account/);
	expect(error?.description).not.toMatch(/Not written/);
});

test.each([
	['a change', 'PATCH', updateLeads()],
	['a create that may be repeated', 'POST', createLeads({ retryCreates: true })],
] as const)('%s that is never answered is not said to be undone', async (_what, method, node) => {
	const ids = [...leads().keys()].slice(0, 2);
	sandbox().addFault({ method, times: Infinity, action: { type: 'reset' } });
	const { error } = await runKommo(sandbox(), node, {
		items: ids.map((id) => ({ id, name: `Lead ${id}`, price: 5 })),
	});

	expect(error?.description).toMatch(/ Unknown: items 0–1; look in the account/);
	expect(error?.description).not.toMatch(/Not written/);
});

describe('what the node gives for a written record', () => {
	test('Return Values Sent: what the API answers with the values sent, without links', async () => {
		const [id = 0] = [...leads().keys()];
		const { json } = await runKommo(sandbox(), updateLeads(), { items: [{ id, price: 77 }] });

		// §3.2: PATCH items are { id, updated_at, request_id, _links }
		expect(json).toEqual([{ id, price: 77, updated_at: anyNumber }]);
	});

	test('Return Full Record re-reads up to 100 ids in a request (§4.1 filter[id])', async () => {
		const { json } = await runKommo(sandbox(), createLeads({ return: 'entity' }), {
			items: newLeads(130),
		});

		const reads = readsOf(sandbox());
		expect(reads.map(({ path }) => path)).toEqual(['/api/v4/leads', '/api/v4/leads']);
		expect(reads.map(({ query }) => query['filter[id][]']?.length).sort()).toEqual([100, 30]);
		expect(json.map(({ name, price }) => ({ name, price }))).toEqual(newLeads(130));
		expect(json[0]).toMatchObject({ pipeline_id: 900, is_deleted: false, _embedded: { tags: [] } });
	});

	test('when the full record cannot be read the write still counts, with a hint', async () => {
		sandbox().addFault({ method: 'GET', times: Infinity, action: { type: 'html', status: 403 } });
		const { error, json, hints } = await runKommo(sandbox(), createLeads({ return: 'entity' }), {
			items: newLeads(2),
			settings: { retryOnFail: true },
		});

		expect(error).toBeNull();
		expect(json).toEqual(newLeads(2).map((lead) => ({ id: anyNumber, ...lead })));
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Everything was written, but could not be read again \(.*blocks/),
		]);
		expect(storedNames(sandbox()).size).toBe(2);
	});
});

describe('Validate Only', () => {
	test('sends nothing and shows the requests exactly as they would go out', async () => {
		const items = newLeads(60);
		const dry = await runKommo(sandbox(), createLeads({ validateOnly: true }), { items });
		expect(sandbox().requests()).toEqual([]);

		await runKommo(sandbox(), createLeads(), { items });
		const sent = writesOf(sandbox()).map(({ method, path, body }) => ({ method, path, body }));
		expect(dry.json).toEqual(sent);
		expect(dry.items.map(({ pairedItem }) => pairedItem)).toEqual([
			items.slice(0, 50).map((_, item) => ({ item })),
			items.slice(50).map((_, index) => ({ item: 50 + index })),
		]);
	});

	test('shows two changes of one record as two requests', async () => {
		const [id] = [...leads().keys()];
		const { json } = await runKommo(sandbox(), updateLeads({ validateOnly: true }), {
			items: [
				{ id, price: 1 },
				{ id, price: 2 },
			],
		});

		expect(json.map(({ body }) => body)).toEqual([
			[{ id, price: 1, request_id: 'i0' }],
			[{ id, price: 2, request_id: 'i1' }],
		]);
		expect(sandbox().requests()).toEqual([]);
	});

	test('reports values that cannot be sent on their items', async () => {
		const [lead] = newLeads(1);
		const { json } = await runKommo(sandbox(), createLeads({ validateOnly: true }), {
			items: [{ ...lead, price: 'much' }, { ...lead }],
			...regular,
		});

		expect(json).toHaveLength(2);
		expect(json).toContainEqual(partial({ error: textLike(/'Price'/) }));
		expect(json).toContainEqual(partial({ method: 'POST' }));
	});
});

describe('fields with several values (§4.13)', () => {
	const withPhone = (multiValueMode: string) => ({
		resource: 'contact',
		operation: 'update',
		contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		customFields: {
			mappingMode: 'defineBelow',
			value: { [`${phoneField()}:WORK`]: '={{ $json.phone }}' },
		},
		options: { multiValueMode },
	});
	const contacts = () => sandbox().accounts.kommo.store.contacts;
	const phoneField = () =>
		[...sandbox().accounts.kommo.store.customFields.values()].find(
			({ code, entity_type: type }) => code === 'PHONE' && type === 'contacts',
		)?.id;
	const sentPhones = () =>
		writesOf(sandbox())
			.flatMap(rowsOf)
			.map((row) => JSON.stringify(row.custom_fields_values));

	test('Add reads all records first, in one request, and sends stored and new values', async () => {
		const ids = [...contacts().keys()].slice(0, 2);
		await runKommo(sandbox(), withPhone('add'), {
			items: ids.map((id, index) => ({ id, phone: `+1202555090${index}` })),
		});

		const reads = readsOf(sandbox()).filter(({ path }) => path === '/api/v4/contacts');
		expect(reads.map(({ query }) => query['filter[id][]'])).toEqual([ids.map(String)]);
		expect(writesOf(sandbox())).toHaveLength(1);
		const [first] = sentPhones();
		expect(first).toContain('+5511999990000');
		expect(first).toContain('+12025550900');
	});

	test('two items that add to one record both end up there', async () => {
		const [id] = [...contacts().keys()];
		await runKommo(sandbox(), withPhone('add'), {
			items: ['+12025550901', '+12025550902'].map((phone) => ({ id, phone })),
		});

		const [, second = ''] = sentPhones();
		for (const phone of ['+5511999990000', '+12025550901', '+12025550902']) {
			expect(second).toContain(phone);
		}
	});

	test('Replace does not read the records', async () => {
		const [id] = [...contacts().keys()];
		await runKommo(sandbox(), withPhone('replace'), { items: [{ id, phone: '+12025550903' }] });

		expect(readsOf(sandbox()).map(({ path }) => path)).toEqual(['/api/v4/contacts/custom_fields']);
		expect(sentPhones()[0]).not.toContain('+5511999990000');
	});

	test('a record that is not there is reported on its item before anything is sent for it', async () => {
		const [id] = [...contacts().keys()];
		const { json } = await runKommo(sandbox(), withPhone('add'), {
			items: [
				{ id: 1, phone: '+12025550904' },
				{ id, phone: '+12025550905' },
			],
			...regular,
		});

		expect(json[0]?.error).toMatch(/The contact with the ID 1 was not found/);
		expect(writesOf(sandbox()).flatMap(rowsOf)).toHaveLength(1);
	});
});
