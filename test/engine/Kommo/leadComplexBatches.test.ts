import type { INodeParameters } from 'n8n-workflow';

import { createComplex } from '../../../nodes/Kommo/resources/lead/createComplex';
import { useSandbox } from '../../support/sandbox';
import { bodies, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const people = (count: number, phone = (n: number) => `+1202555${1000 + n}`) =>
	Array.from({ length: count }, (_, n) => ({ name: `Lead ${n}`, phone: phone(n) }));

const withPhone: INodeParameters = {
	name: '={{ $json.name }}',
	contactPhone: '={{ $json.phone }}',
};

describe('lead: createComplex, many in a request', () => {
	test('at most 50 leads go into one request; every item gets its own ids', async () => {
		const run = await lead('createComplex', withPhone, people(120));

		expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([50, 50, 20]);
		expect(pairing(run)).toEqual(Array.from({ length: 120 }, (_, item) => ({ item })));
		expect(run.json.map(({ name }) => name)).toEqual(people(120).map(({ name }) => name));
	});

	test('a larger batch size is refused', async () => {
		const { error } = await lead('createComplex', { ...withPhone, options: { batchSize: 51 } });

		expect(error?.message).toContain("'Batch Size' is not a whole number from 1 to 50");
	});

	test('the form offers no larger one', () => {
		const options = createComplex.fields.find(({ prop }) => prop.name === 'options')?.fields ?? [];
		const batchSize = options.find(({ prop }) => prop.name === 'batchSize')?.prop;

		expect(batchSize?.typeOptions?.maxValue).toBe(50);
		expect(batchSize?.description).toBe('How many items go into one request: 1 to 50');
	});

	test('items with the same phone go out one after the other, so that duplicate control sees them', async () => {
		sandbox().setSwitches({ duplicateControl: 'on' });
		const spellings = ['+1 202 555 0987', '12025550987', '(202) 555-0987 ', '+12025550988'];
		const run = await lead(
			'createComplex',
			withPhone,
			people(4, (n) => spellings[n] ?? ''),
		);

		expect(bodies(sandbox(), 'POST').map((rows) => rows.map(({ name }) => name))).toEqual([
			['Lead 0', 'Lead 3'],
			['Lead 1'],
			['Lead 2'],
		]);
		expect(run.json.map(({ merged }) => merged)).toEqual([false, true, false, false]);
		expect(run.json[1]?.contact_id).toBe(run.json[0]?.contact_id);
	});

	test('items with the same city share a request', async () => {
		await lead(
			'createComplex',
			{ ...withPhone, contactFields: { fieldMap: '{ "Address": { "city": "Porto" } }' } },
			people(3),
		);

		expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([3]);
	});

	test('Validate Only shows the same requests', async () => {
		const run = await lead(
			'createComplex',
			{ ...withPhone, options: { validateOnly: true } },
			people(3, (n) => (n === 2 ? '+15550109' : '+15550108')),
		);

		expect(sent(sandbox())).toEqual([]);
		expect(run.json.map(({ body }) => (body as unknown[]).length)).toEqual([2, 1]);
	});

	test('one answer for two merged items belongs to both (§3.1: request_id is a list)', async () => {
		const body = [
			{ id: 7099, contact_id: 8199, company_id: null, request_id: ['i0', 'i1'], merged: true },
		];
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 200, body } });
		const run = await lead('createComplex', withPhone, people(2));

		expect(run.json).toMatchObject([
			{ id: 7099, merged: true },
			{ id: 7099, merged: true },
		]);
	});
});
