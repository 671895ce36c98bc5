/** list.calls and list.talk_options (§C.3). */
import { employeeName, nameOf } from '../data/communicationColumns';
import { toLocal, withMilliseconds } from '../localTime';
import { invalid } from '../rpc/errors';
import type { CallApiCall, CallApiHandler } from './call';
import { STATE_TEXTS, type LiveCall } from './liveCalls';

const listCalls: CallApiHandler = (call) => {
	const { direction, virtual_phone_number: number } = call.params;
	if (typeof number === 'string' && !/^7\d{10}$/.test(number)) {
		throw invalid('virtual_phone_number', number);
	}
	return call.live
		.all(call.now)
		.filter((live) => direction === undefined || live.direction === direction)
		.filter((live) => number === undefined || live.virtualPhone === number)
		.map((live) => shown(call, live));
};

function shown({ store, switches }: CallApiCall, live: LiveCall): Record<string, unknown> {
	const started = switches.listCallsTime === 'T' ? withMilliseconds : toLocal;
	return {
		call_session_id: live.id,
		direction: live.direction,
		start_time: started(live.startedAt),
		virtual_phone_number: live.virtualPhone,
		contact_phone_number: live.contactPhone,
		external_id: live.externalId ?? null,
		tags: live.tagIds.map((id) => ({ tag_id: id, tag_name: nameOf(store, 'tags', id) })),
		legs: live.legs.map((leg, place) => ({
			leg_id: leg.id,
			calling_phone_number: leg.calling,
			called_phone_number: leg.called,
			is_operator: leg.isOperator,
			employee_id: leg.employeeId,
			employee_full_name: employeeName(store, leg.employeeId),
			record_call_enabled: live.isRecorded,
			state: legState(live, place),
		})),
	};
}

/** The contact waits while the operator dials or talks to somebody else. */
function legState(live: LiveCall, place: number): string {
	const isThird = place > 1;
	if (live.state === 'dialing2') {
		if (isThird) return STATE_TEXTS.dialing2;
		return place === 0 ? STATE_TEXTS.held : STATE_TEXTS.talk;
	}
	if (live.state === 'operator_talk' && place === 0) return STATE_TEXTS.held;
	return STATE_TEXTS[live.state];
}

const option = (button: string, mnemonic: string, name: string, value: unknown = null) => ({
	button,
	mnemonic,
	name,
	button_value: value,
});

export const TALK_OPTIONS = [
	option('1', 'finish_conversation', 'Завершение разговора'),
	option('2', 'tag_call', 'Тег VIP', { id: 101, value: 'VIP' }),
	option('3', 'record_talk', 'Запись разговора'),
	option('4', 'transfer_call', 'Перевод на Веру', { id: 43, value: 'Melnik Vera' }),
];

export const listHandlers: Readonly<Record<string, CallApiHandler>> = {
	'list.calls': listCalls,
	'list.talk_options': () => TALK_OPTIONS,
};
