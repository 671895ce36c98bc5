import { useSandbox } from '../../support/sandbox';
import { bodies, byId, byUrl, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const task = runnerOf(sandbox, 'task');

const due = { completeTill: '2026-12-01' };
const noCard = { entityType: '' };

describe('task: create refuses before sending', () => {
	const valid = { text: 'x', ...due, ...noCard };

	test.each([
		['an empty text', { text: '={{ $json.t }}' }, "'Text' is empty [item 0]"],
		['an empty due date', { completeTill: '={{ $json.t }}' }, "'Due Date' is empty [item 0]"],
		[
			'a due date that is none',
			{ completeTill: '={{ "soon" }}' },
			'\'Due Date\' takes a date, not "soon" [item 0]',
		],
		[
			'an unknown task type, naming the nearest',
			{ additionalFields: { taskTypeId: 'Meting' } },
			'\'Task Type\' does not exist: "Meting" [item 0]',
		],
		[
			'an unknown user',
			{ additionalFields: { responsibleUserId: 'Nobody' } },
			'\'Responsible User\' does not exist: "Nobody" [item 0]',
		],
		[
			'a duration that is no whole number',
			{ additionalFields: { duration: '={{ "an hour" }}' } },
			"'Duration (Seconds)' is not a whole number: an hour [item 0]",
		],
		[
			'a flag that is neither true nor false',
			{ additionalFields: { isCompleted: '={{ "perhaps" }}' } },
			"'Completed' is neither true nor false: perhaps [item 0]",
		],
		[
			'a card id that is no number',
			{ entityType: 'leads', entityId: byId('={{ "abc" }}') },
			"'Entity' is not an ID: abc [item 0]",
		],
		[
			'the link of another kind of card',
			{ entityType: 'leads', entityId: byUrl('https://acme.kommo.com/contacts/detail/8101') },
			"'Entity' is not an ID",
		],
		[
			'an entity type that does not exist',
			{ entityType: '={{ "deals" }}', entityId: byId('7001') },
			"'Entity Type' does not exist: deals [item 0]",
		],
	])('%s', async (_what, parameters, message) => {
		const { error } = await task('create', { ...valid, ...parameters });

		expect(error?.message).toContain(message);
		expect(error?.itemIndex).toBe(0);
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	test('only the items that are wrong, when it continues on fail', async () => {
		const items = [{ text: 'one' }, {}, { text: 'three' }];
		const run = await task('create', { ...valid, text: '={{ $json.text }}' }, items, {
			settings: { onError: 'continueErrorOutput' },
		});

		expect(bodies(sandbox(), 'POST')[0]?.map((row) => row.text)).toEqual(['one', 'three']);
		expect(run.json.map(({ text }) => text)).toEqual(['one', 'three']);
		expect(run.outputs[1]).toHaveLength(1);
		expect(run.outputs[1]?.[0]).toMatchObject({
			json: { error: "'Text' is empty [item 1]" },
			pairedItem: { item: 1 },
		});
	});
});

test('task: create reports a row that the account refuses on its own item (§3.3)', async () => {
	const items = [{ id: 7001 }, { id: 99999 }, { id: 7002 }];
	const run = await task(
		'create',
		{ text: 'x', ...due, entityType: 'leads', entityId: byId('={{ $json.id }}') },
		items,
		{ settings: { onError: 'continueRegularOutput' } },
	);

	expect(bodies(sandbox(), 'POST').map((rows) => rows.map((row) => row.request_id))).toEqual([
		['i0', 'i1', 'i2'],
		['i0', 'i2'],
	]);
	expect(run.json.map(({ entity_id }) => entity_id)).toEqual([7001, undefined, 7002]);
	expect(run.json[1]).toMatchObject({
		error: "'Entity': '99999' does not exist in this account [item 1]",
	});
	expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
});
