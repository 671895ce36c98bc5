import type { IDataObject } from 'n8n-workflow';

import {
	bodyOf,
	byId,
	clevertimRunner,
	contact,
	lines,
	sent,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = clevertimRunner(sandbox, 'contact');

const answers = (method: string, status: number, body: IDataObject, when: 'before' | 'after') =>
	sandbox().addFault({ method, when, action: { type: 'status', status, body } });

describe('answers the fact sheet leaves open (§3, §11)', () => {
	it('a created record may stand in the answer without a list around it', async () => {
		sandbox().store.put('contact', { id: 900, fn: 'Ana', ln: 'Diaz' });
		answers('POST', 200, { status: 'OK', content: { id: 900 } }, 'before');
		const { json, error } = await run('create', { firstName: 'Ana' });

		expect(error).toBeNull();
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
		expect(json).toEqual([expect.objectContaining({ id: 900, ln: 'Diaz' })]);
	});

	it('a created record without an ID stays unknown', async () => {
		answers('POST', 200, { status: 'OK', content: {} }, 'after');
		const { error } = await run('create', { firstName: 'Ana' });
		expect(error?.message).toMatch(/whether it was carried out is unknown/);
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
	});

	it('an answer without an ID is none, and nothing is read for it', async () => {
		answers('POST', 200, { status: 'OK', content: [{ id: null }] }, 'after');
		const { error } = await run('create', { firstName: 'Ana' });
		expect(error?.message).toBe('The answer has no row for this contact');
		expect(lines(sandbox())).toEqual(['POST /api/contact']);
	});

	it('an update is about the record that was addressed, whatever ID its answer has', async () => {
		answers('PUT', 200, { status: 'OK', content: [{ id: null, lm: 'x' }] }, 'after');
		const { json } = await run('update', { contactId: byId(11), updateFields: { title: 'Boss' } });
		expect(json).toEqual([expect.objectContaining({ id: 11, title: 'Boss', ln: 'Johnson' })]);
	});

	it('a delete is done once, whatever JSON it answers', async () => {
		const action = { type: 'status', status: 200, body: [] } as const;
		sandbox().addFault({ method: 'DELETE', when: 'after', action });
		const { json } = await run('delete', { contactId: byId(11) });
		expect(json).toEqual([{ deleted: true, id: 11 }]);
		expect(lines(sandbox())).toEqual(['DELETE /api/contact/11']);
	});

	it('a custom request gives a list as it is', async () => {
		const action = { type: 'status', status: 200, body: [1, 2] } as const;
		sandbox().addFault({ method: 'GET', action });
		const { json } = await clevertimRunner(sandbox, 'api')('call', { method: 'GET', path: 'x' });
		expect(json).toEqual([{ answer: [1, 2] }]);
	});

	it('an opportunity whose customer is read as a list is found by it', async () => {
		Object.assign(sandbox().store.get('opportunity', 1) ?? {}, { cust: [11] });
		const parameters = { matchBy: 'nameAndCustomer', name: 'New roof', customer: contact(11) };
		const { json } = await clevertimRunner(sandbox, 'opportunity')('upsert', parameters);
		expect(json).toEqual([expect.objectContaining({ id: 1, created: false })]);
	});

	it.each([
		['an object', { fn: 'is too long' }, /: \{"fn":"is too long"\}$/],
		['a list', ['fn is too long', 'ln is missing'], /: \["fn is too long","ln is missing"\]$/],
		['nothing', {}, /: it gave no reason$/],
	])('a refusal may give its reasons as %s', async (_what, error, message) => {
		answers('POST', 400, { status: 'ERROR', error }, 'before');
		const refused = await run('create', { firstName: 'Ana' });
		expect(refused.error?.message).toMatch(message);
	});

	it('a read that is refused is not told as values that are wrong', async () => {
		answers('GET', 200, { status: 'ERROR', error: 'Account is closed' }, 'before');
		const { error } = await run('search', { returnAll: true });
		expect(error?.message).toBe('Clevertim refused to answer: Account is closed');
		expect(error?.description).toMatch(/^Nothing was read\./);
	});
});

describe('an expression that gives a list of nothing changes nothing', () => {
	const NOTHING = '={{ [$json.nothing] }}';

	it.each([
		['tags', { updateFields: { tags: NOTHING, title: 'x' } }, 'tags'],
		['emails', { updateFields: { emails: NOTHING, title: 'x' } }, 'email'],
		['phones', { updateFields: { phoneList: NOTHING, title: 'x' } }, 'phones'],
		['social ids', { updateFields: { socialIdList: NOTHING, title: 'x' } }, 'smids'],
		['files', { updateFields: { fileIds: NOTHING, title: 'x' } }, 'files'],
		['files, from a blank text', { updateFields: { fileIds: ' ', title: 'x' } }, 'files'],
		[
			'custom fields',
			{
				updateFields: { title: 'x' },
				customFields: {
					mappingMode: 'defineBelow',
					value: { '1': NOTHING, '3': NOTHING },
				},
			},
			'cf',
		],
	])('%s', async (_what, parameters, key) => {
		const before = structuredClone(sandbox().store.get('contact', 11)?.[key]);
		await run('update', { contactId: byId(11), ...parameters });
		expect(bodyOf(sandbox(), 'PUT').title).toBe('x');
		expect(sandbox().store.get('contact', 11)?.[key]).toEqual(before);
		expect(before).not.toEqual([]);
	});
});

it.each([
	['phones', { phones: { phone: [{ type: 'Work', no: '={{ $json.list }}' }] } }, 'Phones'],
	['social ids', { socialIdList: '={{ [{ type: "Kik", smid: {} }] }}' }, 'Social Media IDs'],
])('a list or an object is not sent as the text of %s', async (_what, updateFields, label) => {
	const parameters = { contactId: byId(11), updateFields };
	const { error } = await run('update', parameters, [{ list: ['+44 20 7946 0001'] }]);
	expect(error?.message).toContain(`'${label}' holds an entry that is not a text`);
	expect(sent(sandbox(), 'PUT')).toEqual([]);
});
