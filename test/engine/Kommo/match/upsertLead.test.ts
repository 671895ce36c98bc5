import type { INodeParameters } from 'n8n-workflow';

import { link } from '../../../../sandbox/kommo/entities/links';
import { anyNumber, partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { bodies, runnerOf, sent } from '../kommoRunner';
import { onlyLeads } from '../reads/manyLeads';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const WON = 142;
const LOST = 143;
const ofContact = (more: INodeParameters = {}): INodeParameters => ({
	matchBy: 'contact',
	matchValue: '={{ $json.contact }}',
	...more,
});
const contacts = (...ids: number[]) => ids.map((contact) => ({ contact }));
const reads = () =>
	sent(sandbox(), 'GET').map(({ path, query }) => `${path}?${JSON.stringify(query)}`);

/** Gives each contact leads of these stages and takes all others away. */
function leadsOf(stages: Record<number, number[]>, account: 'kommo' | 'amocrm' = 'kommo') {
	const { store } = sandbox().accounts[account];
	store.links.clear();
	const ids = onlyLeads(sandbox(), Object.values(stages).flat().length, account);
	let next = 0;
	return Object.entries(stages).map(([contact, list]) =>
		list.map((status) => {
			const id = ids[next++] ?? 0;
			const stored = store.leads.get(id);
			if (stored) stored.status_id = status;
			link(store, { type: 'leads', id }, { type: 'contacts', id: Number(contact) });
			return id;
		}),
	);
}

describe('the open lead of a contact', () => {
	test('is changed; won and lost ones are not', async () => {
		const [[, open] = []] = leadsOf({ 8101: [WON, 60001, LOST] });
		const { json } = await lead('upsert', ofContact({ name: 'N' }), contacts(8101));

		expect(json).toEqual([partial({ id: open, action: 'updated' })]);
		expect(bodies(sandbox(), 'PATCH')).toEqual([[{ name: 'N', id: open, request_id: 'i0' }]]);
	});

	test('is created and linked to the contact where there is none', async () => {
		leadsOf({ 8101: [WON], 8102: [] });
		const { json } = await lead('upsert', ofContact({ name: 'N' }), contacts(8101, 8102));

		expect(json.map(({ action }) => action)).toEqual(['created', 'created']);
		expect(bodies(sandbox(), 'POST')).toEqual([
			[8101, 8102].map((id, index) => ({
				name: 'N',
				_embedded: { contacts: [{ id, is_main: true }] },
				request_id: `i${index}`,
			})),
		]);
	});

	test('a new one keeps its tags and other contacts beside the contact', async () => {
		leadsOf({ 8101: [] });
		const onlyWhenMissing = { tags: ['new'], contactIds: '8102', companyId: '8201' };
		await lead('upsert', ofContact({ onlyWhenMissing }), contacts(8101));

		expect(bodies(sandbox(), 'POST')[0]?.[0]?._embedded).toEqual({
			tags: [{ name: 'new' }],
			companies: [{ id: 8201 }],
			contacts: [
				{ id: 8102, is_main: true },
				{ id: 8101, is_main: false },
			],
		});
	});

	test('several items of one contact cost one look-up and become one lead', async () => {
		leadsOf({ 8101: [], 8102: [60001] });
		const items = contacts(8101, 8102, 8101, 8102, 8101);
		const { json } = await lead('upsert', ofContact({ name: 'N' }), items);

		expect(json.map(({ action }) => action)).toEqual([
			'created',
			'updated',
			'updated',
			'updated',
			'updated',
		]);
		expect(new Set(json.map(({ id }) => id)).size).toBe(2);
		// both contacts in one request, the only lead in another
		expect(reads()).toHaveLength(2);
	});

	test('several open ones: the user says which', async () => {
		const [[first, second] = []] = leadsOf({ 8101: [60001, 60002] });
		const stored = sandbox().accounts.kommo.store.leads.get(second ?? 0);
		if (stored) stored.updated_at += 10;
		const options = (onSeveral: string) => ofContact({ name: 'N', options: { onSeveral } });
		const oldest = await lead('upsert', options('firstCreated'), contacts(8101));
		const stopped = await lead('upsert', options('stop'), contacts(8101));

		expect(oldest.json[0]?.id).toBe(first);
		expect(stopped.error?.message).toMatch(/^2 records match an open lead of the contact 8101/);
	});

	test('a contact that does not exist is told on its item', async () => {
		leadsOf({ 8101: [60001] });
		const settings = { onError: 'continueRegularOutput' as const };
		const items = contacts(999_999, 8101);
		const { json } = await lead('upsert', ofContact({ name: 'N' }), items, { settings });

		expect(json).toEqual([
			partial({ error: textLike(/names no contact: 999999/) }),
			partial({ action: 'updated' }),
		]);
	});

	test('is found where amoCRM ignores filters, too', async () => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const { store } = sandbox().accounts.amocrm;
		const [one = 0, two = 0] = [...store.contacts.keys()];
		const [[, open] = []] = leadsOf({ [one]: [LOST, 60001], [two]: [WON] }, 'amocrm');
		const { json } = await lead('upsert', ofContact({ name: 'N' }), contacts(one, two), {
			account: 'amocrm',
		});

		expect(json).toEqual([
			partial({ id: open, action: 'updated' }),
			partial({ id: anyNumber, action: 'created' }),
		]);
	});
});

describe('a lead is matched by', () => {
	test('its name', async () => {
		const items = [{ name: 'ROOF repair' }, { name: 'Roof' }];
		const parameters = {
			matchBy: 'name',
			matchValue: '={{ $json.name }}',
			additionalFields: { price: 10 },
		};
		const { json } = await lead('upsert', parameters, items);

		expect(json.map(({ id, action }) => [id, action])).toEqual([
			[7001, 'updated'],
			[anyNumber, 'created'],
		]);
		expect(bodies(sandbox(), 'POST')[0]).toEqual([{ name: 'Roof', price: 10, request_id: 'i1' }]);
	});

	test('a custom field, and a new one gets it', async () => {
		const parameters = {
			matchBy: 'customField',
			matchFieldId: 'Contract no.',
			matchValue: 'C-1',
			name: '={{ $json.n }}',
		};
		const { json } = await lead('upsert', parameters, [{ n: 'A' }, { n: 'B' }]);
		const again = await lead('upsert', parameters, [{ n: 'C' }]);

		expect(json.map(({ action }) => action)).toEqual(['created', 'updated']);
		expect(again.json).toEqual([partial({ id: json[0]?.id, action: 'updated' })]);
	});
});

describe('stages', () => {
	test('Won without a pipeline keeps the pipeline of the lead that is found', async () => {
		const [[open] = []] = leadsOf({ 8101: [60011] });
		const stored = sandbox().accounts.kommo.store.leads.get(open ?? 0);
		if (stored) stored.pipeline_id = 901;
		await lead('upsert', ofContact({ onlyWhenFound: { statusId: 'won' } }), contacts(8101));

		expect(bodies(sandbox(), 'PATCH')[0]).toEqual([
			{ status_id: WON, pipeline_id: 901, id: open, request_id: 'i0' },
		]);
	});

	test('the stage of a new lead brings its pipeline along, and only for a new lead', async () => {
		leadsOf({ 8101: [60001], 8102: [] });
		const onlyWhenMissing = { statusId: 'Reminder sent' };
		const onlyWhenFound = { statusId: 'won' };
		const parameters = ofContact({ onlyWhenMissing, onlyWhenFound });
		await lead('upsert', parameters, contacts(8101, 8102));

		expect(bodies(sandbox(), 'PATCH')[0]?.[0]).toEqual(
			partial({ status_id: WON, pipeline_id: 900 }),
		);
		expect(bodies(sandbox(), 'POST')[0]?.[0]).toEqual(
			partial({ status_id: 60011, pipeline_id: 901 }),
		);
	});
});
