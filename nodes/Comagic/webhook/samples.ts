import type { IDataObject } from 'n8n-workflow';

import { decodeRequest } from './decode/decodeRequest';
import { eventItem } from './eventItem';
import { EVENTS, type ComagicEvent } from './events';
import { filledTemplate, postTemplate } from './templates';

/** An invented account's values, by placeholder. */
const VALUES: Record<string, unknown> = {
	notification_mnemonic: null,
	notification_time: '2026-01-01 12:00:02.481',
	call_session_id: 500123,
	external_id: null,
	direction: 'in',
	start_time: '2026-01-01 11:58:30.007',
	virtual_phone_number: '74950000001',
	contact_phone_number: '79150000002',
	calling_phone_number: '79150000002',
	called_phone_number: '74950000001',
	contact_id: 8101,
	contact_full_name: 'Dana Cole',
	communication_id: 700345,
	communication_number: 3,
	communication_type: 'call',
	scenario_id: 61,
	scenario_name: 'Working hours',
	leg_id: 900777,
	employee_id: 42,
	employee_full_name: 'Ivan Petrov',
	employee_phone_number: '79150000003',
	extension_phone_number: '101',
	talk_time_duration: 71,
	wait_time_duration: 19,
	total_time_duration: 90,
	call_status: 'normal',
	is_transfer: false,
	last_talked_employee_id: 42,
	lost_reason: 'operator_not_responsible',
	file_link: '//app.comagic.ru/system/media/talk/700345/0a1b2c/',
	file_duration: 71,
	tag_ids: [101],
	tag_names: ['VIP'],
	chat_channel_name: 'Site',
	messages: [{ source: 'visitor', text: 'Hello', time: '2026-01-01 11:59:10' }],
	visitor_info: { visitor_id: 5501, visitor_name: 'Dana' },
	visitor_phone_number: '79150000002',
};

const RULES = { timezone: 'Europe/Moscow', links: { origin: '' } };

/** The item an event gives: its template, filled and read by the code that reads real ones. */
export function sampleItem(code: string, isSimple: boolean): IDataObject {
	const event = EVENTS.find((one) => one.code === code);
	if (!event) throw new Error(`There is no event '${code}'`);
	const body = filledTemplate(postTemplate(event), valuesOf(event));
	const { notifications } = decodeRequest(
		{ query: '', body: Buffer.from(body), contentType: 'application/json' },
		RULES,
	);
	const [first] = notifications;
	if (!first) throw new Error(`The sample of '${code}' holds no notification`);
	return eventItem(first, { receivedAt: '2026-01-01T09:00:02.600Z' }, isSimple);
}

function valuesOf({ russian, code }: ComagicEvent): Record<string, unknown> {
	const direction = code === 'outbound_call' ? 'out' : 'in';
	return { ...VALUES, notification_name: russian, direction };
}
