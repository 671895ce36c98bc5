import type { IDataObject } from 'n8n-workflow';

import {
	accountTime,
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { pick } from './writeCases';

const sandbox = useComagicSandbox();
const run = comagicRunner(sandbox, 'upload');
const time = (days: number): string => accountTime(Date.now(), days);

const call = {
	extId: '={{ $json.key }}',
	callingPhoneNumber: '+7 (915) 000-11-22',
	calledPhoneNumber: '74950000001',
	startTime: '2026-11-01 10:00:00',
	finishTime: '2026-11-01T10:02:00',
	isLost: '={{ $json.lost ?? "false" }}',
};

it('loads many calls with one request', async () => {
	const items = [{ key: 'a' }, { key: 'b', lost: 'true' }];
	const { json, items: given } = await run(
		'calls',
		{
			...call,
			additionalFields: {
				direction: 'in',
				siteId: pick('1001'),
				talkDuration: '90',
				tags: { entry: [{ tag_name: 'VIP', tag_id: '101' }] },
				mp3Records: { entry: [{ record_url: 'https://files.example/a.mp3', employee_id: '' }] },
				callback: { entry: { url: 'https://hook.example', events: ['processed', 'error'] } },
			},
		},
		items,
	);
	const sent = (ext_id: string, is_lost: boolean): IDataObject => ({
		ext_id,
		calling_phone_number: '79150001122',
		called_phone_number: '74950000001',
		start_time: '2026-11-01 10:00:00',
		finish_time: '2026-11-01 10:02:00',
		is_lost,
		direction: 'in',
		site_id: 1001,
		talk_duration: 90,
		tags: [{ tag_name: 'VIP', tag_id: 101 }],
		mp3_records: [{ record_url: 'https://files.example/a.mp3' }],
		callback: { url: 'https://hook.example', events: ['processed', 'error'] },
	});
	expect(paramsOf(sandbox(), 'upload.calls')).toEqual({
		calls: [sent('a', false), sent('b', true)],
	});
	expect(json).toMatchObject([
		{ ext_id: 'a', success: true },
		{ ext_id: 'b', success: true },
	]);
	expect(given.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

it('cuts uploads into requests of at most fifty', async () => {
	const items = Array.from({ length: 120 }, (_, index) => ({ key: `k${index}` }));
	const { json } = await run('calls', call, items);
	const sizes = rpcCalls(sandbox(), { rpcMethod: 'upload.calls' }).map(
		({ params }) => (params.calls as unknown[]).length,
	);
	expect(sizes.sort()).toEqual([20, 50, 50]);
	expect(json.map(({ ext_id: key }) => key)).toEqual(items.map(({ key }) => key));
});

it('pairs the ids of offline messages with the items', async () => {
	const { json } = await run(
		'offlineMessages',
		{
			dateTime: time(-1),
			phone: '={{ $json.phone }}',
			message: 'Call me',
			additionalFields: {
				siteId: pick(1001),
				userFields: { entry: [{ ext_id: 'city', value: 'Omsk' }] },
			},
		},
		[{ phone: '79150000091' }, { phone: '79150000092' }],
	);
	expect(paramsOf(sandbox(), 'upload.offline_messages')).toEqual({
		offline_messages: ['79150000091', '79150000092'].map((phone) => ({
			date_time: expect.any(String) as string,
			phone,
			message: 'Call me',
			site_id: 1001,
			user_fields: [{ ext_id: 'city', value: 'Omsk' }],
		})),
	});
	expect(json.map(({ phone }) => phone)).toEqual(['79150000091', '79150000092']);
	expect(new Set(json.map(({ id }) => id)).size).toBe(2);
});

it('loads chats with their messages', async () => {
	const { json, error } = await run('chats', {
		startDateTime: time(-1),
		status: 'succeed',
		messagesJson: JSON.stringify([
			{ date_time: time(-1), source: 'visitor', message: 'Hello', employee_id: '41' },
		]),
		additionalFields: { email: 'v@mail.example', siteId: pick(1001) },
	});
	expect(error).toBeNull();
	expect(paramsOf(sandbox(), 'upload.chats')).toMatchObject({
		chats: [
			{ status: 'succeed', site_id: 1001, messages: [{ source: 'visitor', employee_id: 41 }] },
		],
	});
	expect(json[0]?.id).toEqual(expect.any(Number));
});

it('loads costs and sessions', async () => {
	const costs = await run('campaignCosts', {
		campaignId: pick(2001),
		cost: '12.5',
		dateFrom: '2026-11-01 00:00:00',
		dateTill: '2026-11-01 23:59:59',
		siteId: pick(1001),
	});
	expect(costs.error).toBeNull();
	expect(paramsOf(sandbox(), 'upload.campaign_costs')).toEqual({
		costs: [
			{
				campaign_id: 2001,
				cost: 12.5,
				date_from: '2026-11-01 00:00:00',
				date_till: '2026-11-01 23:59:59',
				site_id: 1001,
			},
		],
	});
	const sessions = await run(
		'sessions',
		{
			extId: '={{ $json.key }}',
			siteId: pick(1001),
			dateTime: time(-1),
			isVisitorNew: true,
			visitorIpAddress: '192.0.2.7',
			additionalFields: { advSystem: '2', utmSource: 'mail' },
		},
		[{ key: 's1' }, { key: 's2' }],
	);
	expect(sessions.error).toBeNull();
	expect(paramsOf(sandbox(), 'upload.sessions')).toMatchObject({
		sessions: [
			{ ext_id: 's1', is_visitor_new: true, adv_system: 2 },
			{ ext_id: 's2', site_id: 1001 },
		],
	});
	expect(sessions.json.map(({ ext_id: key }) => key)).toEqual(['s1', 's2']);
	for (const { session_id: id } of sessions.json) expect(id).toEqual(expect.any(Number));
});

it('deletes what was uploaded', async () => {
	const parameters = {
		dateTime: time(-1),
		email: 'v@mail.example',
		additionalFields: { siteId: pick(1001) },
	};
	const message = await run('offlineMessages', parameters);
	const id = message.json[0]?.id as number;
	const deleted = await run('deleteOfflineMessage', { offlineMessageId: String(id) });
	expect(deleted.json).toEqual([{ id, success: true }]);
	expect(paramsOf(sandbox(), 'delete.offline_messages')).toEqual({ id });
	const chats = await run('chats', {
		startDateTime: time(-1),
		status: 'lost',
		messages: { entry: [{ date_time: time(-1), source: 'visitor', message: 'Hi' }] },
		additionalFields: { phone: '79150000091', siteId: pick(1001) },
	});
	const chatId = chats.json[0]?.id as number;
	const gone = await run('deleteChat', { chatId });
	expect(gone.json).toEqual([{ id: chatId, success: true }]);
	expect(paramsOf(sandbox(), 'delete.chats')).toEqual({ id: chatId });
});

it.each([
	['no phone and no email', { additionalFields: { siteId: pick(1001) } }, "'Phone' and 'Email'"],
	['nothing that names the visit', { phone: '79150000091' }, "'Visitor Session ID', 'Campaign'"],
	[
		'no site beside "no campaign"',
		{ phone: '79150000091', additionalFields: { campaignId: pick(-1) } },
		"'Site' is empty",
	],
])('refuses an offline message with %s', async (_name, parameters, message) => {
	const { error } = await run('offlineMessages', { dateTime: time(-1), ...parameters });
	expect(error?.message).toContain(message);
	expect(rpcCalls(sandbox())).toEqual([]);
});

it('refuses records of two kinds for one call', async () => {
	const records = { entry: [{ record_url: 'https://files.example/a' }] };
	const wav = {
		entry: [
			{ record_url: 'https://files.example/b', employee_channel: 'left', employee_name: 'A' },
		],
	};
	const parameters = {
		...call,
		extId: 'x',
		additionalFields: { mp3Records: records, wavRecords: wav },
	};
	const { error } = await run('calls', parameters);
	expect(error?.message).toContain("'WAV Records' and 'MP3 Records' are both filled");
});

it('finds the row that spoils a request and loads the others', async () => {
	const phones = ['79150000091', '79150000092', '79150000093', '79150000094', '79150000095'];
	// a message of the future is refused (§B.8)
	const items = phones.map((phone, index) => ({ phone, time: time(index === 2 ? 9 : -1) }));
	const { json } = await run(
		'offlineMessages',
		{
			dateTime: '={{ $json.time }}',
			phone: '={{ $json.phone }}',
			additionalFields: { siteId: pick(1001) },
		},
		items,
		{ settings: { onError: 'continueRegularOutput' } },
	);
	expect(json.map(({ phone, error }) => [phone, error === undefined])).toEqual(
		phones.map((phone, index) => [phone, index !== 2]),
	);
	expect(new Set(json.map(({ id }) => id)).size).toBe(5);
});

it('fails all items of a refused request when it may not be sent again', async () => {
	sandbox().addFault({ rpcMethod: 'upload.calls', mnemonic: 'invalid_parameter_value' });
	const { json } = await run(
		'calls',
		{ ...call, options: { batchSize: 2, resendAfterRejection: false } },
		[{ key: 'a' }, { key: 'b' }, { key: 'c' }],
		{ settings: { onError: 'continueRegularOutput' } },
	);
	expect(json.filter(({ error }) => error !== undefined)).toHaveLength(2);
});

it('does not look for a row when the rows are not the matter', async () => {
	sandbox().addFault({ rpcMethod: 'upload.calls', mnemonic: 'forbidden', times: Infinity });
	await run('calls', call, [{ key: 'a' }, { key: 'b' }], {
		settings: { onError: 'continueRegularOutput' },
	});
	expect(rpcCalls(sandbox(), { rpcMethod: 'upload.calls' })).toHaveLength(1);
});
