import type { INodeParameters } from 'n8n-workflow';

import { systemClock } from '../../../../nodes/shared/clock';
import { anyText, partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { until } from '../../../support/until';
import { deliver, destinationOf, lead, useTrigger } from './bench';

// a machine that answers late must not make the account repeat
const sandbox = useSandbox({ webhooks: { timeoutMs: 60_000 } });
const trigger = useTrigger(sandbox);

const published = async (parameters: INodeParameters, events = ['update_lead']) => {
	const bench = await trigger(events, parameters);
	await bench.publish();
	sandbox().clearRequests();
	return bench;
};

const STATUS = lead(
	{ id: 1, pipeline_id: 900, status_id: 60002, old_status_id: 60001, responsible_user_id: 501 },
	'status',
);

const HAS_CHANNEL = { customFields: { conditions: [{ field: 'Channel', value: '' }] } };

describe('filters', () => {
	test.each<[string, INodeParameters, string, boolean]>([
		['pipeline', { pipelines: [900] }, STATUS, true],
		['another pipeline', { pipelines: [901] }, STATUS, false],
		['an id as text', { pipelines: ['900'] }, STATUS, true],
		['an expression with commas', { pipelines: '={{ "901, 900" }}' }, STATUS, true],
		['pipeline, of what has none', { pipelines: [901] }, 'task[add][0][id]=1', true],
		['from stage', { fromStages: [60001] }, STATUS, true],
		['from another stage', { fromStages: [60002] }, STATUS, false],
		['from stage, of what did not move', { fromStages: [60002] }, lead({ id: 1 }), false],
		['to stage', { toStages: [60002, 142] }, STATUS, true],
		['to another stage', { toStages: [142] }, STATUS, false],
		['responsible user', { responsibleUsers: [501] }, STATUS, true],
		['another responsible user', { responsibleUsers: [502] }, STATUS, false],
		['changes by others', { ignoredUsers: [501] }, lead({ id: 1, modified_user_id: 502 }), true],
		[
			'changes by an ignored user',
			{ ignoredUsers: [501] },
			lead({ id: 1, modified_user_id: 501 }),
			false,
		],
		[
			'what an ignored user has added and a robot has changed',
			{ ignoredUsers: [501] },
			lead({ id: 1, created_user_id: 501, modified_user_id: 0 }, 'add'),
			false,
		],
		['changes by a robot', { ignoredUsers: ['0'] }, lead({ id: 1, modified_user_id: 0 }), false],
		[
			'notes of an ignored user',
			{ ignoredUsers: [501] },
			'leads[note][0][note][created_by]=501',
			false,
		],
		['stage changed', { changed: ['stage'] }, STATUS, true],
		[
			'stage not changed',
			{ changed: ['stage'] },
			lead({ id: 1, status_id: 5, old_status_id: 5 }),
			false,
		],
		[
			'stage changed, without the old one',
			{ changed: ['stage'] },
			lead({ id: 1, status_id: 5 }),
			false,
		],
		['one of two changed', { changed: ['pipeline', 'stage'] }, STATUS, true],
		['stage changed, of what is new', { changed: ['stage'] }, lead({ id: 1 }, 'add'), true],
		['stage changed, of a task', { changed: ['stage'] }, 'task[update][0][id]=1', true],
		[
			'task text changed',
			{ changed: ['taskText'] },
			'task[update][0][text]=b&task[update][0][old_text]=a',
			true,
		],
		['task text not changed', { changed: ['taskText'] }, 'task[update][0][text]=b', false],
		['a custom field, of what has none', HAS_CHANNEL, lead({ id: 1 }), false],
		['a custom field, of what was deleted', HAS_CHANNEL, lead({ id: 1 }, 'delete'), true],
		['a custom field, of the digital pipeline', HAS_CHANNEL, lead({ id: 1 }, 'mail_in'), true],
		['unknown events', { pipelines: [1] }, 'x=1', true],
	])('%s', async (_what, filters, body, passes) => {
		const bench = await published({ filters });

		expect(await deliver(destinationOf(sandbox()), body)).toBe(200);
		const [handled] = await bench.settled(1);
		expect(handled?.items === null).toBe(!passes);
	});

	test.each<[string, string, boolean]>([
		['Channel', 'Referral', true],
		['channel', 'referral', true],
		['CHANNEL', '310101', true],
		['3101', '', true],
		['3101', 'Ads', false],
		['Visit date', '1767571200', true],
		['No such field', '', false],
	])('custom field %s with "%s"', async (field, value, passes) => {
		const bench = await published({
			filters: { customFields: { conditions: [{ field, value }] } },
		});
		sandbox().deliver({ event: 'update_lead' });
		await bench.settled(1);

		expect(bench.items).toHaveLength(passes ? 1 : 0);
	});

	test('choose among the entities of one delivery', async () => {
		const bench = await published({ filters: { pipelines: [900] } });
		await deliver(
			destinationOf(sandbox()),
			[900, 901, 900].map((id, n) => `leads[update][${n}][pipeline_id]=${id}`).join('&'),
		);
		await bench.settled(1);

		expect(bench.items).toHaveLength(2);
	});
});

describe('Load Full Entity', () => {
	const full = { options: { loadFull: true } };

	/** The time deliveries wait for each other, however slow the machine is. */
	const gatheringLastsUntil = (what: string, isOver: () => boolean) =>
		jest.spyOn(systemClock, 'sleep').mockImplementation(async () => await until(what, isOver));
	afterEach(() => jest.restoreAllMocks());

	test('adds the lead with contacts, companies, names and responsible user', async () => {
		const bench = await published(full);
		await deliver(destinationOf(sandbox()), lead({ id: 7001 }));
		await bench.settled(1);

		expect(bench.items).toEqual([
			partial({
				event: 'update_lead',
				entity: { id: 7001 },
				full: partial({
					id: 7001,
					name: 'Roof repair',
					pipeline: { id: 900, name: 'Sales' },
					stage: partial({ id: 60001 }),
					responsible_user: partial({ id: 501, name: 'Dana Cole' }),
					contacts: [partial({ id: 8101, name: 'Ana Reis' })],
					companies: [partial({ id: 8201, name: 'Reis Ltda' })],
				}),
			}),
		]);
	});

	test('after the answer was sent', async () => {
		const bench = await published(full);
		const askedBefore: number[] = [];
		bench.onAnswered = () => askedBefore.push(sandbox().requests().length);
		gatheringLastsUntil('it is answered', () => askedBefore.length > 0);
		await deliver(destinationOf(sandbox()), lead({ id: 7001 }));
		await bench.settled(1);

		expect(askedBefore).toEqual([0]);
		expect(bench.items).toEqual([partial({ full: partial({ id: 7001 }) })]);
	});

	test('of many entities and deliveries takes as many requests as of one', async () => {
		const bench = await published(full);
		const to = destinationOf(sandbox());
		const ids = [7001, 7002, 7003, 7004, 7005, 7006];
		let answered = 0;
		bench.onAnswered = () => {
			answered += 1;
		};
		gatheringLastsUntil('all are answered', () => answered === ids.length);
		await Promise.all(ids.map(async (id) => await deliver(to, lead({ id }))));
		await bench.settled(ids.length);

		expect(bench.items.map(({ full: one }) => one)).toEqual(
			ids.map(() => partial({ name: anyText })),
		);
		expect(sandbox().requests({ path: '/api/v4/leads' }).length).toBeLessThanOrEqual(2);
		expect(sandbox().requests().length).toBeLessThanOrEqual(12);
	});

	test.each<[string, string, unknown]>([
		[
			'a contact',
			'contacts[update][0][id]=8101&contacts[update][0][type]=contact',
			{ name: 'Ana Reis' },
		],
		[
			'a company',
			'contacts[update][0][id]=8201&contacts[update][0][type]=company',
			{ name: 'Reis Ltda' },
		],
		['a task', 'task[update][0][id]=4001', { id: 4001 }],
		[
			'the lead of a note',
			'leads[note][0][note][element_type]=2&leads[note][0][note][element_id]=7001',
			{ id: 7001 },
		],
		[
			'the lead of a message',
			'message[add][0][entity_type]=lead&message[add][0][entity_id]=7001',
			{ id: 7001 },
		],
		[
			'the contact of an older message',
			'message[add][0][chat_id]=c&message[add][0][element_type]=1&message[add][0][element_id]=8101',
			{ id: 8101, name: 'Ana Reis' },
		],
		[
			'the lead of an accepted incoming lead',
			'unsorted[delete][0][action]=accept&unsorted[delete][0][accept_result][leads][0]=7001',
			{ id: 7001 },
		],
		[
			'the lead of an incoming one that names none by itself',
			'unsorted[add][0][lead_id]=0&unsorted[add][0][data][leads][0][id]=7001',
			{ id: 7001 },
		],
	])('reads %s', async (_what, body, expected) => {
		const bench = await published(full);
		await deliver(destinationOf(sandbox()), body);
		await bench.settled(1);

		expect(bench.items[0]?.full).toMatchObject(expected as object);
	});

	test.each<[string, string, RegExp]>([
		['what was deleted', lead({ id: 7001 }, 'delete'), /deleted/],
		[
			'a declined incoming lead',
			'unsorted[delete][0][action]=decline&unsorted[delete][0][decline_result][leads][0]=7001',
			/deleted/,
		],
		['what does not exist', lead({ id: 999999 }), /no such record/],
		['what has no id', lead({ name: 'x' }), /no id/],
		['templates', 'add[0][id]=1&add[0][type]=waba', /nothing to load/],
	])('says why %s comes without', async (_what, body, reason) => {
		const bench = await published(full);
		await deliver(destinationOf(sandbox()), body);
		await bench.settled(1);

		expect(bench.items).toEqual([partial({ full: null, notLoaded: textLike(reason) })]);
	});

	test('of one kind is not kept from it by a refusal of another kind', async () => {
		const bench = await published(full);
		sandbox().addFault({
			path: '/api/v4/customers*',
			times: Infinity,
			action: { type: 'status', status: 402 },
		});
		await deliver(destinationOf(sandbox()), `${lead({ id: 7001 })}&customers[update][0][id]=9001`);
		await bench.settled(1);

		expect(bench.items).toEqual([
			partial({ entityType: 'leads', full: partial({ id: 7001 }) }),
			partial({ entityType: 'customers', full: null, notLoaded: textLike(/plan/) }),
		]);
	});

	test('gives the bare event with the reason when the contacts of a lead are refused', async () => {
		const bench = await published(full);
		sandbox().addFault({
			path: '/api/v4/contacts*',
			times: Infinity,
			action: { type: 'status', status: 403 },
		});
		await deliver(destinationOf(sandbox()), lead({ id: 7001 }));
		await bench.settled(1);

		expect(bench.items).toEqual([partial({ full: null, notLoaded: textLike(/right/) })]);
	});

	test('gives the bare event with the reason when the credential cannot be used any more', async () => {
		const bench = await published(full);
		// the node has none of this kind
		bench.parameters = { ...bench.parameters, authentication: 'oAuth2' };
		await deliver(destinationOf(sandbox()), lead({ id: 7001 }));
		await bench.settled(1);

		expect(bench.items).toEqual([
			partial({ entity: { id: 7001 }, full: null, notLoaded: textLike(/credential/i) }),
		]);
		expect(sandbox().requests()).toEqual([]);
	});

	test('gives the bare event with the reason when the account does not answer', async () => {
		const bench = await published(full);
		sandbox().addFault({
			path: '/api/v4/*',
			times: Infinity,
			action: { type: 'status', status: 403 },
		});
		await deliver(destinationOf(sandbox()), lead({ id: 7001 }));
		await bench.settled(1);

		expect(bench.items).toEqual([
			partial({ entity: { id: 7001 }, full: null, notLoaded: textLike(/right/) }),
		]);
	});
});
