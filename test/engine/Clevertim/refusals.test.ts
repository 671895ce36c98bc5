import type { INodeParameters } from 'n8n-workflow';

import {
	byId,
	clevertimRunner,
	company,
	contact,
	lines,
	sent,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';
import { REFUSED } from './refusedCases';
import { person } from './refusedPersonCases';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

const LOOK_UPS = ['user', 'group', 'customfield', 'note/1', 'case/1', 'opportunity/1'].map(
	(path) => `GET /api/${path}`,
);

describe('bad input is refused on its own item, before anything is written', () => {
	it.each(REFUSED)('%s', async (_name, resource, operation, parameters, message) => {
		const { error } = await run(resource, operation, parameters);

		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(error?.itemIndex).toBe(0);
		// looking up names and references is reading
		expect(lines(sandbox()).filter((line) => !LOOK_UPS.includes(line))).toEqual([]);
	});

	it('of one item leaves the others alone, where the node goes on', async () => {
		const { json } = await run(
			'contact',
			'create',
			{ firstName: '={{ $json.name }}' },
			[{ name: 'A' }, { name: '' }, { name: 'C' }],
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(json.map(({ fn, error }) => [fn, error !== undefined])).toEqual([
			['A', false],
			[undefined, true],
			['C', false],
		]);
	});

	it('of one item stops everything, where the node stops', async () => {
		const items = [{ name: 'A' }, { name: '' }];
		const { error } = await run('contact', 'create', { firstName: '={{ $json.name }}' }, items);
		expect(error?.message).toMatch(/\[item 1\]$/);
		expect(lines(sandbox())).toEqual([]);
	});
});

describe('custom field values are checked against their definition (§6.8)', () => {
	const mapped = (value: INodeParameters): INodeParameters => ({
		firstName: 'A',
		customFields: { mappingMode: 'defineBelow', value },
	});

	it.each<[name: string, value: INodeParameters, message: RegExp]>([
		['an option that does not exist', { '2': 'Platinum' }, /^'Rating' has no option "Platinum"/],
		['one of several options', { '3': 'Roofs, Cellars' }, /^'Interests' has no option "Cellars"/],
		['a date that is none', { '4': 'soon' }, /^'Renewal' takes a date, not "soon"/],
		['an unknown user', { '5': 'Nobody' }, /^'Account Manager' does not exist: "Nobody"/],
		['a contact by name', { '9': 'Mike' }, /^'Referred By' is not an ID: Mike/],
		['a contact that is not there', { '9': 99 }, /^'Referred By' does not exist: no contact/],
		['an unknown field', { '77': 'x' }, /^The custom field does not exist/],
		['a field of other records', { '13': 'EUR' }, /^The custom field does not exist/],
	])('%s', async (_name, value, message) => {
		const { error } = await run('contact', 'create', mapped(value));
		expect(error?.message).toMatch(message);
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	it('a code of another form is sent with a hint', async () => {
		const { hints } = await run('contact', 'create', mapped({ '7': 'Great Britain' }));
		expect(hints.map(({ message }) => message)).toEqual([
			"Item 0: 'Country of Origin' is usually a code such as US, not Great Britain",
		]);
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
	});
});

describe('Check References: contacts and companies may share IDs, so a customer says which it is', () => {
	const created = async (customer: INodeParameters, options: INodeParameters = {}) =>
		await run('case', 'create', { name: 'N', additionalFields: { customer }, options });

	it('an ID of the other kind is refused', async () => {
		const { error } = await created(company(11));
		expect(error?.message).toBe("'Customer' does not exist: no company has the ID 11 [item 0]");
		expect(error?.description).toMatch(/check which of the two is chosen/);
		expect(lines(sandbox())).toEqual(['GET /api/company/11']);
	});

	it.each<[string, INodeParameters]>([
		['company', person({ companyId: byId(99) })],
		['user', person({ visibility: { rule: { visibleTo: 'private', user: 99 } } })],
	])('a %s that is not there is refused', async (noun, parameters) => {
		const { error } = await run('contact', 'create', parameters);
		expect(error?.message).toMatch(new RegExp(`does not exist: no ${noun} has the ID 99`));
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	it('can be switched off', async () => {
		await created(company(11), { checkReferences: false });
		expect(lines(sandbox())[0]).toBe('POST /api/case');
	});

	it('reads folders one by one, however many: a list of them is not documented (§4)', async () => {
		sandbox().setSwitches({ listsFiles: false });
		const ids = Array.from({ length: 14 }, (_, index) => `f${100 + index}`);
		for (const id of ids) sandbox().store.put('folder', { id, name: id });
		const { error } = await run(
			'file',
			'create',
			{ name: 'a.pdf', additionalFields: { parentId: byId('={{ $json.id }}') } },
			ids.map((id) => ({ id })),
		);
		expect(error).toBeNull();
		expect(sent(sandbox(), 'POST')).toHaveLength(14);
	});

	it('reads each customer once, and all of them when there are many', async () => {
		const store = sandbox().store;
		const ids = Array.from({ length: 14 }, (_, index) => 100 + index);
		for (const id of ids) store.put('contact', { id, fn: `C${id}` });
		await run(
			'case',
			'create',
			{
				name: 'N',
				additionalFields: { customer: contact('={{ $json.id }}') },
				options: { return: 'values' },
			},
			[...ids, ...ids].map((id) => ({ id })),
		);

		const reads = lines(sandbox()).filter((line) => line.startsWith('GET'));
		expect(reads).toHaveLength(11);
		expect(reads.filter((line) => line === 'GET /api/contact')).toHaveLength(1);
		expect(sent(sandbox(), 'POST')).toHaveLength(28);
	});
});

describe('values that look odd are sent with a hint', () => {
	it('options of a custom field that has none are left out', async () => {
		const additionalFields = { selectOptions: 'A, B' };
		const parameters = { name: 'F', elementType: 'input', models: ['cases'], additionalFields };
		const { hints } = await run('customField', 'create', parameters);
		expect(hints.map(({ message }) => message)).toEqual([
			"Item 0: 'Options' was left out: only fields of the type Select have options",
		]);
		expect(sent(sandbox(), 'POST')[0]?.body).not.toHaveProperty('values');
	});

	it('emails and phones', async () => {
		const { hints } = await run('contact', 'create', person({ emails: 'ana', phoneList: 'ext' }));
		expect(hints.map(({ message }) => message)).toEqual([
			"Item 0: 'Emails' holds something that does not look like an email: ana",
			"Item 0: 'Phones (List)' holds something that does not look like a phone number: ext",
		]);
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
	});
});
