import { decodeRequest } from '../../../../nodes/Comagic/webhook/decode/decodeRequest';

const RULES = { timezone: 'Europe/Moscow', links: { origin: 'https://app.uiscom.ru' } };

function dataOf(fields: object, rules: Parameters<typeof decodeRequest>[1] = RULES) {
	const body = Buffer.from(JSON.stringify(fields));
	return decodeRequest({ query: '', body, contentType: '' }, rules).notifications[0]?.data;
}

describe('a field is what its name says', () => {
	test.each<[string, unknown, unknown]>([
		['call_session_id', '500123', 500123],
		['call_session_id', 500123, 500123],
		['call_session_id', '12345678901234567890', '12345678901234567890'],
		['call_session_id', '007', '007'],
		['external_id', 77, '77'],
		['external_id', 'deal-9', 'deal-9'],
		['contact_phone_number', 79150000002, '79150000002'],
		['contact_phone_number', '+7 (915) 000-00-02', '+7 (915) 000-00-02'],
		['numa', 79150000002, '79150000002'],
		['talk_time_duration', '71', 71],
		['wait_time_duration', '1.5', 1.5],
		['file_duration', '', ''],
		['communication_number', '3', 3],
		['is_transfer', 'true', true],
		['is_internal', '0', false],
		['is_transfer', true, true],
		['direction', 'in', 'in'],
		['direction', 'Исходящий', 'out'],
		['direction', 'incoming', 'in'],
		['direction', 'sideways', 'sideways'],
		['employee_ids', '[1, "2", "x"]', [1, 2, 'x']],
		['employee_ids', '1, 2', [1, 2]],
		['employee_ids', 5, [5]],
		['leg_ids', [900777, '900778'], [900777, 900778]],
		['tag_names', 'VIP, urgent', ['VIP, urgent']],
		['tag_names', '["VIP","A"]', ['VIP', 'A']],
		['file_link', '//app.comagic.ru/a/', 'https://app.comagic.ru/a/'],
		['file_link', '/system/media/talk/1/2/', 'https://app.uiscom.ru/system/media/talk/1/2/'],
		['file_link', 'https://app.comagic.ru/a/', 'https://app.comagic.ru/a/'],
		['file_link', ['//a.ru/1', '//a.ru/2'], ['https://a.ru/1', 'https://a.ru/2']],
		['record_file_links', '//a.ru/1,//a.ru/2', ['https://a.ru/1', 'https://a.ru/2']],
		['my_field', '0042', '0042'],
		['my_field', 42, 42],
		['my_field', false, false],
	])('%s: %j is %j', (name, value, typed) => {
		expect(dataOf({ [name]: value })).toEqual({ [name]: typed });
	});

	test.each([
		['2026-01-01 12:00:02.481', '2026-01-01T09:00:02.481Z'],
		['2026-01-01 12:00:02', '2026-01-01T09:00:02.000Z'],
		['2026-01-01T12:00:02+05:00', '2026-01-01T07:00:02.000Z'],
		['2026-01-01T12:00:02Z', '2026-01-01T12:00:02.000Z'],
	])('the time %s is kept and has a twin', (text, iso) => {
		expect(dataOf({ start_time: text })).toEqual({ start_time: text, start_time_iso: iso });
		expect(dataOf({ my_moment: text })).toEqual({ my_moment: text, my_moment_iso: iso });
	});

	test.each(['soon', '2026-13-45 12:00:00', '2026-01-01'])('the time %s has no twin', (text) => {
		expect(dataOf({ start_time: text })).toEqual({ start_time: text });
	});

	test('a timestamp in seconds has a twin', () => {
		expect(dataOf({ notification_timestamp: '1767258002' })).toEqual({
			notification_timestamp: 1767258002,
			notification_timestamp_iso: '2026-01-01T09:00:02.000Z',
		});
	});

	test('links stay as they came when nobody wants them completed', () => {
		expect(dataOf({ file_link: '//a.ru/1' }, { ...RULES, links: null })).toEqual({
			file_link: '//a.ru/1',
		});
	});
});
