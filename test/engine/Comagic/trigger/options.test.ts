import type { INodeParameters } from 'n8n-workflow';

import { forgetDeliveries } from '../../../../nodes/shared/seenDeliveries';
import { partial, textLike } from '../../../support/partial';
import { deliver, useComagicTrigger } from './bench';

const trigger = useComagicTrigger();

const json = (fields: object) => ({ body: JSON.stringify(fields) });
const CALL = {
	event: 'call_lost',
	notification_mnemonic: 'MY_CALL',
	notification_name: 'Lost call of the shop',
	call_session_id: 5,
	notification_time: '2026-01-01 12:00:00',
};

describe('which notifications pass', () => {
	test.each<[string, INodeParameters, boolean]>([
		['any', { events: ['any'] }, true],
		['any and another', { events: ['fax', 'any'] }, true],
		['nothing chosen', { events: [] }, true],
		['its event', { events: ['call_lost'] }, true],
		['its event among others', { events: ['fax', 'call_lost'] }, true],
		['another event', { events: ['fax'] }, false],
		['an expression with commas', { events: '={{ "fax, call_lost" }}' }, true],
		['its mnemonic', { options: { names: 'x, my_call' } }, true],
		['its name', { options: { names: 'Lost call of the shop' } }, true],
		['its code as a name', { options: { names: 'call_lost' } }, true],
		['another name', { options: { names: 'Lost call' } }, false],
		['a list from an expression', { options: { names: '={{ ["a", "MY_CALL"] }}' } }, true],
		['its event, another name', { events: ['call_lost'], options: { names: 'x' } }, false],
	])('%s', async (_what, parameters, passes) => {
		const bench = await trigger(parameters);

		expect(await deliver(bench, json(CALL))).toBe(200);
		expect(await bench.settled(1)).toEqual([
			partial({ items: passes ? [partial({ event: 'call_lost' })] : null }),
		]);
	});

	test('what no one recognizes is chosen as Other', async () => {
		const [other, fax] = [await trigger({ events: ['other'] }), await trigger({ events: ['fax'] })];
		await deliver(other, json({ a: 1 }));
		await deliver(fax, json({ a: 1 }));
		await Promise.all([other.settled(1), fax.settled(1)]);

		expect(other.items).toEqual([partial({ event: 'other', a: 1 })]);
		expect(fax.items).toEqual([]);
	});
});

describe('Suppress Duplicates', () => {
	const runs = async (notifications: object[], parameters: INodeParameters = {}) => {
		const bench = await trigger(parameters);
		for (const one of notifications) await deliver(bench, json(one));
		await bench.settled(notifications.length);
		return bench.items.length;
	};

	test.each<[string, object, number]>([
		['the same again', {}, 1],
		['sent at another moment', { notification_timestamp: 1767258002 }, 1],
		['another event', { event: 'call_finished' }, 2],
		['another call', { call_session_id: 6 }, 2],
		['another time', { notification_time: '2026-01-01 12:00:01' }, 2],
		['another employee, who is called in the same moment', { employee_id: 42 }, 2],
	])('%s: runs', async (_what, change, count) => {
		expect(await runs([CALL, { ...CALL, ...change }])).toBe(count);
	});

	test('two alike without call and time are two', async () => {
		expect(await runs([{ event: 'goal_reached' }, { event: 'goal_reached' }])).toBe(2);
	});

	test('off: each is one', async () => {
		expect(await runs([CALL, CALL], { options: { suppressDuplicates: false } })).toBe(2);
	});

	test('still knows them after a restart', async () => {
		const bench = await trigger();
		await deliver(bench, json(CALL));
		await bench.settled(1);
		forgetDeliveries();
		await deliver(bench, json(CALL));
		await bench.settled(2);

		expect(bench.items).toHaveLength(1);
		expect(bench.staticData).toEqual({
			'node:Kommo Trigger': { seen: [textLike(/^\d+ [\w-]{22}$/)] },
		});
	});

	test('keeps no more than 300 in the static data', async () => {
		const bench = await trigger();
		const many = Array.from({ length: 310 }, (_, id) => ({ ...CALL, call_session_id: id + 1 }));
		await deliver(bench, { body: JSON.stringify(many) });
		await bench.settled(1);

		expect(bench.items).toHaveLength(310);
		expect(JSON.stringify(bench.staticData).match(/\d+ [\w-]{22}/g)).toHaveLength(300);
	});
});

describe('Options', () => {
	const first = async (fields: object, options: INodeParameters) => {
		const bench = await trigger({ options });
		await deliver(bench, json(fields));
		await bench.settled(1);
		return bench.items[0];
	};

	test.each<[INodeParameters, string]>([
		[{}, 'https://app.uiscom.ru/a'],
		[{ absoluteLinks: false }, '//app.uiscom.ru/a'],
	])('Absolute Recording Links %j', async (options, link) => {
		expect(await first({ file_link: '//app.uiscom.ru/a' }, options)).toMatchObject({
			file_link: link,
		});
	});

	test('Recording Host completes links that begin with a slash', async () => {
		const options = { recordingHost: 'https://app.uiscom.ru/' };

		expect(await first({ file_link: '/system/media/1/' }, options)).toMatchObject({
			file_link: 'https://app.uiscom.ru/system/media/1/',
		});
	});

	test.each([
		['', '2026-01-01T12:00:00.000Z', undefined],
		['Asia/Yekaterinburg', '2026-01-01T07:00:00.000Z', undefined],
		['Mars/Olympus', '2026-01-01T12:00:00.000Z', [textLike(/'Account Time Zone' is no zone/)]],
	])('Account Time Zone %j', async (accountTimezone, start_time, notes) => {
		const item = await first({ start_time: '2026-01-01 12:00:00' }, { accountTimezone });

		expect(item?.start_time).toBe(start_time);
		expect(item?.notes).toEqual(notes);
	});

	test('Include Raw Body', async () => {
		expect(await first({ a: 1 }, { includeRaw: true })).toMatchObject({ raw: '{"a":1}' });
		expect(await first({ a: 1 }, {})).not.toHaveProperty('raw');
	});
});
