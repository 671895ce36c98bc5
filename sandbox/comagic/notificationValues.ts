/** What a notification says by itself, if the order does not say otherwise (§D.3). */
import { toLocal, withMilliseconds } from './localTime';
import { sendNotification, type Delivered, type NotificationOrder } from './notify';
import { callColumns, calledPhone, callingPhone } from './data/callColumns';
import { callsOf } from './data/reports';
import type { World } from './world';

/** Sends notifications about the latest call of the account. */
export const notifier =
	(world: World) =>
	async (order: NotificationOrder): Promise<Delivered> => {
		const values = { ...valuesOf(world, order.event), ...order.values };
		const delivered = await sendNotification(order, values);
		keep(world, values, delivered);
		return delivered;
	};

/** The cabinet's log, which get.notifications reads (§D.1). */
function keep(
	world: World,
	values: Record<string, unknown>,
	{ status, url, sent }: Delivered,
): void {
	const { store } = world;
	const at = toLocal(world.now());
	store.put('notifications', {
		id: store.next('notifications'),
		event_type: values.notification_mnemonic,
		notification_id: store.all('notifications').length + 1,
		notification_name: values.notification_name,
		communication_id: values.communication_id ?? null,
		communication_type: values.communication_type ?? null,
		notification_delay: 0,
		notification_status: status < 300 ? 'success' : 'error',
		notification_channel: 'http_request',
		notification_message: sent ?? null,
		notification_send_to: url,
		notification_error_message: status < 300 ? null : `HTTP ${status}`,
		notification_send_date_time: at,
		notification_start_date_time: at,
	});
}

function valuesOf(world: World, event = 'CALL_SESSION_FINISHED'): Record<string, unknown> {
	const now = world.now();
	const { store } = world;
	return {
		notification_mnemonic: event,
		notification_name: event.toLowerCase().replaceAll('_', ' '),
		notification_time: withMilliseconds(now).replace('T', ' '),
		notification_timestamp: Math.floor(now / 1000),
		app_id: 30_100,
		...callValues(world),
		employee_email: store.get('employees', 41)?.email ?? null,
	};
}

function callValues({ store, url }: World): Record<string, unknown> {
	const calls = callsOf(store, undefined);
	if (calls.length === 0) return {};
	const call = calls.at(calls.length - 1);
	const columns = callColumns(url);
	const column = (name: string): unknown => columns[name]?.(call, store) ?? null;
	return {
		call_session_id: call.id,
		external_id: call.externalId ?? null,
		direction: call.direction,
		is_internal: false,
		start_time: toLocal(call.at),
		call_source: call.source,
		virtual_phone_number: call.virtualPhone,
		contact_phone_number: call.contactPhone,
		calling_phone_number: callingPhone(call),
		called_phone_number: calledPhone(call),
		communication_id: call.communicationId,
		communication_number: null,
		communication_type: 'call',
		scenario_id: call.scenarioId,
		scenario_name: column('scenario_name'),
		talk_time_duration: call.talk,
		wait_time_duration: call.wait,
		total_time_duration: call.talk + call.wait,
		is_transfer: call.isTransfer,
		last_talked_employee_id: call.employeeId,
		call_status: call.isLost ? 'lost' : 'normal',
		lost_reason: call.isLost ? call.finishReason : null,
		employee_id: call.employeeId,
		employee_full_name: column('last_talked_employee_full_name'),
		employee_phone_number: call.operatorPhone,
		contact_id: column('contact_id'),
		contact_full_name: column('contact_full_name'),
		file_link: column('full_record_file_link'),
		file_duration: call.talk,
		tag_ids: call.tagIds,
	};
}
