import {
	accountTime,
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { pick } from './writeCases';

const sandbox = useComagicSandbox();
const run = comagicRunner(sandbox, 'tag');

/** A call of the account. */
async function aCall(): Promise<{ id: number }> {
	const { json } = await comagicRunner(sandbox, 'report')('calls', {
		dateFrom: accountTime(Date.now(), -20),
		dateTo: accountTime(Date.now()),
		limit: 1,
	});
	sandbox().clearRequests();
	return { id: Number(json[0]?.communication_id) };
}

const tagsOf = async (id: number): Promise<unknown[]> => {
	const { json } = await comagicRunner(sandbox, 'report')('calls', {
		dateFrom: accountTime(Date.now(), -20),
		dateTo: accountTime(Date.now()),
		fields: ['communication_id', 'tags'],
		returnAll: true,
	});
	const tags = json.find(({ communication_id: one }) => one === id)?.tags;
	return (tags as Array<{ tag_id: number }>).map(({ tag_id: tag }) => tag);
};

it('puts a tag on a call and takes it off', async () => {
	const { id } = await aCall();
	const communication = { communicationId: String(id), communicationType: 'call' };
	await run('setOnCommunication', { ...communication, tagId: pick('106') });
	expect(paramsOf(sandbox(), 'set.tag_communications')).toEqual({
		communication_id: id,
		communication_type: 'call',
		tag_id: 106,
	});
	expect(await tagsOf(id)).toContain(106);
	await run('unset', { ...communication, tagId: pick(106) });
	expect(paramsOf(sandbox(), 'unset.tag_communications')).toEqual({
		communication_id: id,
		communication_type: 'call',
		tag_id: 106,
	});
	expect(await tagsOf(id)).not.toContain(106);
});

it('refuses to tag a communication that is not named', async () => {
	const { error } = await run('setOnCommunication', {
		communicationType: 'call',
		tagId: pick(106),
	});
	expect(error?.message).toContain(
		"'Communication ID' and 'Communication External ID' are both empty",
	);
	expect(rpcCalls(sandbox())).toEqual([]);
});

it.each([
	['singular', ['update.tags_communication']],
	['plural', ['update.tags_communication', 'update.tags_communications']],
] as const)('replaces the tags where the name is %s', async (tagsMethod, methods) => {
	const { id } = await aCall();
	sandbox().setSwitches({ tagsMethod });
	const { error } = await run('replaceOnCommunication', {
		communicationId: id,
		communicationType: 'call',
		tagIds: ['104', 105],
	});
	expect(error).toBeNull();
	const calls = rpcCalls(sandbox());
	expect(calls.map(({ rpcMethod }) => rpcMethod)).toEqual(methods);
	expect(calls.at(-1)?.params).toEqual({
		communication_id: id,
		communication_type: 'call',
		tag_ids: [104, 105],
	});
	expect(await tagsOf(id)).toEqual([104, 105]);
});

it('tags several communications at once', async () => {
	const { id } = await aCall();
	const { error } = await run('setOnMany', {
		tagIds: [104],
		additionalFields: {
			items: { entry: [{ communication_id: String(id), communication_type: 'call', tag_id: '' }] },
		},
	});
	expect(error).toBeNull();
	expect(paramsOf(sandbox(), 'set.communications_tags')).toEqual({
		tag_ids: [104],
		items: [{ communication_id: id, communication_type: 'call' }],
	});
});

it('tags several communications, each with a tag of its own', async () => {
	const entry = [
		{ communication_id: '1', communication_type: 'call', tag_id: '104' },
		{ communication_id: '2', communication_type: 'chat', tag_id: '105' },
	];
	await run('setOnMany', { additionalFields: { items: { entry } } });
	expect(paramsOf(sandbox(), 'set.communications_tags')).toEqual({
		items: [
			{ communication_id: 1, communication_type: 'call', tag_id: 104 },
			{ communication_id: 2, communication_type: 'chat', tag_id: 105 },
		],
	});
});

it('refuses to tag several communications without a tag', async () => {
	const entry = [{ communication_id: '1', communication_type: 'call', tag_id: '' }];
	const { error } = await run('setOnMany', { additionalFields: { items: { entry } } });
	expect(error?.message).toContain("'Tag Names or IDs' is empty");
	expect(rpcCalls(sandbox())).toEqual([]);
});

it('marks a call as a sale', async () => {
	const { id } = await aCall();
	const { json, error } = await run('setSale', {
		communicationId: id,
		communicationType: 'call',
		dateTime: accountTime(Date.now()),
		transactionValue: '1500.50',
		additionalFields: { comment: 'Paid' },
	});
	expect(error).toBeNull();
	expect(paramsOf(sandbox(), 'set.tag_sales')).toMatchObject({
		communication_id: id,
		transaction_value: 1500.5,
		comment: 'Paid',
	});
	expect(json[0]?.id).toEqual(expect.any(Number));
});

it('does not repeat a create whose answer was lost, and says so', async () => {
	sandbox().addFault({ rpcMethod: 'create.tags', when: 'after', action: { type: 'reset' } });
	const { error } = await run('create', { name: 'Once' });
	expect(rpcCalls(sandbox(), { rpcMethod: 'create.tags' })).toHaveLength(1);
	expect(error?.description).toContain('may or may not have been carried out');
});
