import { legacy as resource } from '../../../nodes/Comagic/resources/legacy';
import { comagicRunner, useComagicSandbox } from '../../support/comagicSandbox';

const sandbox = useComagicSandbox({ seed: false });
const legacy = comagicRunner(sandbox, 'legacy');
const byLogin = { credentialFields: { access: 'login' as const } };
const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });

/** Requests beside login and logout: verb, path, what was sent without the key. */
const sent = () =>
	sandbox()
		.requests({ api: 'session' })
		.filter(({ path }) => !/log(?:in|out)/.test(path))
		.map(({ method, path, params }) => {
			const { session_key: _key, ...values } = params;
			return [`${method} ${path}`, values];
		});

const range = { dateFrom: '2026-01-05', dateTo: '2026-01-07' };
const wire = { date_from: '2026-01-05', date_till: '2026-01-08' };
const customerId = byId(3);

type Case = [operation: string, parameters: object, line: string, values: object];

/** Endpoints of fact sheet §A.5. */
const CASES: Case[] = [
	['getTariffPlans', {}, 'GET /api/v1/agent_tp/', {}],
	[
		'getCampaigns',
		{ siteId: byId(7), customerId },
		'GET /api/v1/ac/',
		{ site_id: '7', customer_id: '3' },
	],
	[
		'getCampaignConditions',
		{ customerId, filters: { conditionId: '12' } },
		'GET /api/v1/ac_condition/',
		{ customer_id: '3', id: '12' },
	],
	[
		'getCallLegs',
		{ legDirection: 'in', ...range, customerId, filters: { legId: '5' } },
		'GET /api/v1/get_cdr_in/',
		{ ...wire, customer_id: '3', id: '5' },
	],
	['getCallLegs', { legDirection: 'out', ...range }, 'GET /api/v1/get_cdr_out/', wire],
	[
		'getChats',
		{
			...{ ...range, siteId: byId(7), customerId },
			filters: { acId: byId(5), tagId: byId(9), visitorId: '11', operatorUserId: '13' },
		},
		'GET /api/v1/chat/',
		{
			...{ ...wire, site_id: '7', customer_id: '3' },
			...{ ac_id: '5', tag_id: '9', visitor_id: '11', user_id: '13' },
		},
	],
	[
		'getChatMessages',
		{ chatId: '21', customerId },
		'GET /api/v1/chat_message/',
		{ chat_id: '21', customer_id: '3' },
	],
	[
		'getOfflineMessages',
		{ ...range, siteId: byId(7), customerId },
		'GET /api/v1/offline_message/',
		{ ...wire, site_id: '7', customer_id: '3' },
	],
	['getPersonByVisitor', { visitorId: '11' }, 'GET /api/v1/person_by_visitor/', { id: '11' }],
	['getVisitorsByPerson', { personId: '15' }, 'GET /api/v1/visitors_by_person/', { id: '15' }],
	['getVisitor', { visitorId: '11' }, 'GET /api/v1/visitor/11/', {}],
	['getSession', { visitorSessionId: '17' }, 'GET /api/v1/session_info/', { session_id: '17' }],
	[
		'getAdvertisingSales',
		{ ...range, siteId: byId(7), filters: { onlyFirst: true, onlyQuality: true } },
		'GET /api/v1/advertising_sales/',
		{ ...wire, site_id: '7', only_first: 'true', only_quality: 'true' },
	],
	[
		'tagCommunication',
		{ objectType: 'call', objectId: '31', markId: byId(9), customerId },
		'POST /api/v1/tag_communication/',
		{ object_type: 'call', object_id: '31', mark_id: '9', customer_id: '3' },
	],
	[
		'untagCommunication',
		{ objectType: 'chat', objectId: '31', markId: byId(9) },
		'POST /api/v1/untag_communication/',
		{ object_type: 'chat', object_id: '31', mark_id: '9' },
	],
	[
		'tagSale',
		{ objectType: 'call', objectId: '31', cost: '4500.50', dateTime: '2026-01-05T10:00:00' },
		'POST /api/v1/tag_communication_sale/',
		{ object_type: 'call', object_id: '31', cost: '4500.5', date_time: '2026-01-05 10:00:00' },
	],
	[
		'customRequest',
		{ method: 'GET', path: '/api/v1/get_cdr_in/', parameters: '{"date_from":"2026-01-05"}' },
		'GET /api/v1/get_cdr_in/',
		{ date_from: '2026-01-05' },
	],
	[
		'customRequest',
		{ method: 'POST', path: 'create_site', parameters: '{"domain":"новый.рф","customer_id":3}' },
		'POST /api/v1/create_site/',
		{ domain: 'новый.рф', customer_id: '3' },
	],
];

describe('the other endpoints (fact sheet §A.5)', () => {
	it.each(CASES)('%s %j', async (operation, parameters, line, values) => {
		// whether the sandbox knows these IDs does not matter here
		await legacy(operation, { returnAll: true, ...parameters }, [{}], byLogin);
		expect(sent()[0]).toEqual([line, values]);
	});

	it('has a case for every operation that the tests of the statistics do not have', () => {
		const elsewhere = /^get(?:Clients|Sites|Tags|\w+Stats)$/;
		const all = resource.operations.map(({ option }) => String(option.value));
		const tested = new Set(CASES.map(([operation]) => operation));
		expect([...tested].sort()).toEqual(all.filter((name) => !elsewhere.test(name)).sort());
	});
});

describe('spellings that the old pages disagree about', () => {
	it.each([
		['getChatMessages', { chatId: '21' }, 'chat_message', 'chat_messages'],
		[
			'tagCommunication',
			{ objectType: 'call', objectId: '31', markId: byId(9) },
			'tag_communication',
			'tag_communicatiom',
		],
	])(
		'%s tries the second where the first is not there',
		async (operation, parameters, first, second) => {
			sandbox().addFault({ path: `/api/v1/${first}/`, message: '111404:Not Found' });
			await legacy(operation, parameters, [{}], byLogin);
			expect(sent().map(([line]) => line)).toEqual([
				expect.stringMatching(new RegExp(`/${first}/$`)),
				expect.stringMatching(new RegExp(`/${second}/$`)),
			]);
		},
	);

	it.each(['chat_message', 'chat_messages'] as const)(
		'messages of a chat come from an account that has %s only',
		async (chatMessagePath) => {
			sandbox().setSwitches({ chatMessagePath });
			await legacy('getChatMessages', { chatId: '21' }, [{}], byLogin);
			expect(sent().at(-1)?.[0]).toBe(`GET /api/v1/${chatMessagePath}/`);
		},
	);

	it('another refusal is told as it is', async () => {
		sandbox().addFault({ path: '/api/v1/chat_message/', message: '111400:Bad chat' });
		const { error } = await legacy('getChatMessages', { chatId: '21' }, [{}], byLogin);
		expect(error?.message).toBe('The Session API refused v1/chat_message/: Bad chat');
		expect(sent()).toHaveLength(1);
	});
});

describe('answers', () => {
	const answer = (path: string, data: unknown) =>
		sandbox().addFault({
			path,
			action: { type: 'status', status: 200, body: { success: true, data } },
		});

	it('a list becomes items, records with the same ID stay apart', async () => {
		answer('/api/v1/communication/', [{ id: 5 }, { id: 5 }, { id: 6 }]);
		const parameters = { siteId: byId(7), ...range, returnAll: true };
		const { json } = await legacy('getCommunicationStats', parameters, [{}], byLogin);
		expect(json).toEqual([{ id: 5 }, { id: 5 }, { id: 6 }]);
	});

	it.each([{}, [], undefined])('nothing found gives no item: %j', async (data) => {
		answer('/api/v1/tag/', data);
		const { json, error } = await legacy('getTags', { returnAll: true }, [{}], byLogin);
		expect(error).toBeNull();
		expect(json).toEqual([]);
	});

	it('Limit cuts the list off', async () => {
		answer('/api/v1/tag/', [{ id: 5 }, { id: 6 }, { id: 7 }]);
		const { json } = await legacy('getTags', { returnAll: false, limit: 2 }, [{}], byLogin);
		expect(json).toEqual([{ id: 5 }, { id: 6 }]);
	});

	it('a visitor’s campaigns come as a list, not as text', async () => {
		answer('/api/v1/visitor/11/', { id: 11, acs: '[{"id":5,"name":"Поиск"}]' });
		const { json } = await legacy('getVisitor', { visitorId: '11' }, [{}], byLogin);
		expect(json).toEqual([{ id: 11, acs: [{ id: 5, name: 'Поиск' }] }]);
	});

	it('a tag that was put says so, with what was sent', async () => {
		answer('/api/v1/tag_communication/', []);
		const parameters = { objectType: 'call', objectId: '31', markId: byId(9) };
		const { json, error } = await legacy('tagCommunication', parameters, [{}], byLogin);
		expect(error).toBeNull();
		expect(json).toEqual([{ success: true, object_type: 'call', object_id: 31, mark_id: 9 }]);
	});

	it.each([
		['a list', [{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 2 }]],
		['a record', { id: 1 }, [{ id: 1 }]],
		['nothing', {}, [{ success: true }]],
		['an empty list', [], [{ success: true }]],
		['a value', 17, [{ value: 17 }]],
		['values', ['a', 'b'], [{ value: 'a' }, { value: 'b' }]],
	])('of a custom request: %s', async (_what, data, items) => {
		answer('/api/v1/create_site/', data);
		const parameters = { method: 'POST', path: 'create_site/' };
		const { json } = await legacy('customRequest', parameters, [{}], byLogin);
		expect(json).toEqual(items);
	});
});

describe('a custom request', () => {
	it.each(['../login', 'https://evil.example.com/', 'a b', 'site/?x=1'])(
		'takes no other path than one of the API: %s',
		async (path) => {
			const { error } = await legacy('customRequest', { path }, [{}], byLogin);
			expect(error?.message).toMatch(/^'Path' is not a path of the API/);
			expect(sandbox().requests()).toEqual([]);
		},
	);

	it.each(['[1]', '7', '{broken'])(
		'takes no other parameters than an object: %s',
		async (parameters) => {
			const { error } = await legacy('customRequest', { path: 'site', parameters }, [{}], byLogin);
			expect(error?.message).toBe("'Parameters' is not an object [item 0]");
		},
	);

	it('Validate Only shows it and sends nothing', async () => {
		const parameters = {
			...{ method: 'POST', path: 'create_site', parameters: '{"domain":"x.ru"}' },
			options: { validateOnly: true },
		};
		const { json } = await legacy('customRequest', parameters, [{}], byLogin);
		expect(json).toEqual([
			{ method: 'POST', path: 'session/v1/create_site/', body: { domain: 'x.ru' } },
		]);
		expect(sandbox().requests()).toEqual([]);
	});

	it('a write whose answer is lost is not repeated', async () => {
		sandbox().addFault({
			path: '/api/v1/create_site/',
			times: Infinity,
			action: { type: 'reset' },
		});
		const parameters = { method: 'POST', path: 'create_site' };
		const { error } = await legacy('customRequest', parameters, [{}], byLogin);
		expect(error?.message).toMatch(/ – whether it was carried out is unknown$/);
		expect(sent()).toHaveLength(1);
	});
});

it.each(['x', '1.5', 'abc12'])(
	'an ID that is none is refused before anything is sent: %s',
	async (id) => {
		const parameters = { siteId: { __rl: true, mode: 'id', value: id }, ...range };
		const { error } = await legacy('getGoalStats', parameters, [{}], byLogin);
		expect(error?.message).toBe(`'Site' is not an ID: ${id} [item 0]`);
		expect(sandbox().requests()).toEqual([]);
	},
);
