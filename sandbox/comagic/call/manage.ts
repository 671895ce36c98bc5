/** Managing a call that is going on (§C.3). */
import { isRecord } from '../../kommo/guards';
import { toLocal } from '../localTime';
import { invalid, RpcError } from '../rpc/errors';
import type { CallApiCall, CallApiHandler, LiveHandler } from './call';
import { TALK_OPTIONS } from './listCalls';
import type { CallState, LiveCall } from './liveCalls';
import { checkDtmf, checkMessage, checkNumber } from './messages';

const success = ({ switches }: CallApiCall): Record<string, unknown> => ({
	success: switches.callSuccess === 'string' ? 'true' : true,
});

function demand(live: LiveCall, ...states: CallState[]): void {
	if (states.includes(live.state)) return;
	throw new RpcError('invalid_state', { field: 'call_session_id', value: live.id });
}

const hold: LiveHandler = (call, live) => {
	demand(live, 'talk');
	checkMessage(call, 'contact_message');
	live.state = 'held';
	return success(call);
};

const unhold: LiveHandler = (call, live) => {
	demand(live, 'held');
	live.state = 'talk';
	return success(call);
};

const make: LiveHandler = (call, live) => {
	demand(live, 'held');
	checkMessage(call, 'to_message');
	const to = checkNumber(call.params.to, 'to');
	const employee = employeeBy(call, to);
	if (employee?.status === 'inactive') {
		throw new RpcError('no_active_phone_number', { field: 'to', value: to });
	}
	call.live.addLeg(live, to, employee?.id ?? null);
	live.state = 'dialing2';
	live.thirdAnsweredAt = call.now + call.switches.answerAfterSeconds * 1000;
	return success(call);
};

function employeeBy(
	{ store }: CallApiCall,
	to: string,
): { id: number; status: unknown } | undefined {
	for (const { id, phone_numbers, extension } of store.all('employees')) {
		const phones: unknown[] = Array.isArray(phone_numbers) ? phone_numbers : [];
		const phone = phones.filter(isRecord).find(({ phone_number }) => phone_number === to);
		const isExtension = isRecord(extension) && extension.extension_phone_number === to;
		if (phone || isExtension) return { id: Number(id), status: phone?.status };
	}
	return undefined;
}

/** The operator leaves; contact and third party talk. */
const transfer: LiveHandler = (call, live) => {
	demand(live, 'dialing2', 'operator_talk');
	live.legs.splice(1, 1);
	live.state = 'talk';
	live.wasTransferred = true;
	live.employeeId = live.legs.at(-1)?.employeeId ?? live.employeeId;
	return success(call);
};

const restore: LiveHandler = (call, live) => {
	demand(live, 'dialing2', 'operator_talk');
	live.legs.pop();
	live.state = 'talk';
	return success(call);
};

const release: LiveHandler = (call, live) => {
	call.live.finish(live, call.now);
	return success(call);
};

const disconnect: LiveHandler = (call, live) => {
	const { leg_id } = call.params;
	const place = live.legs.findIndex(({ id }) => id === leg_id);
	const leg = live.legs[place];
	if (!leg) throw new RpcError('leg_not_found', { field: 'leg_id', value: leg_id });
	live.legs.splice(place, 1);
	// dropping the contact's leg ends the session
	if (!leg.isOperator) call.live.finish(live, call.now);
	else if (place > 1) live.state = 'held';
	return success(call);
};

const tag: LiveHandler = (call, live) => {
	const { tag_id } = call.params;
	const found = call.store.get('tags', tag_id);
	if (!found) throw new RpcError('tag_not_found', { field: 'tag_id', value: tag_id });
	const id = Number(found.id);
	if (live.tagIds.includes(id)) throw new RpcError('duplicate_tag', { field: 'tag_id', value: id });
	live.tagIds.push(id);
	return success(call);
};

const record: LiveHandler = (call, live) => {
	const isOn = call.params.action === 'on';
	if (isOn === live.isRecorded) {
		throw new RpcError(isOn ? 'record_already_started' : 'record_already_stopped', {
			field: 'action',
			value: call.params.action,
		});
	}
	live.isRecorded = isOn;
	return success(call);
};

const coach: LiveHandler = (call, live) => {
	demand(live, 'talk', 'held', 'dialing2', 'operator_talk');
	const { phone_number } = call.params;
	const employee = call.store.get('employees', live.employeeId);
	const own = isRecord(employee?.coach)
		? call.store.get('employees', employee.coach.coach_id)
		: undefined;
	if (phone_number === undefined && !own) {
		throw new RpcError('coach_not_found', { field: 'phone_number', value: null });
	}
	if (phone_number !== undefined) checkNumber(phone_number, 'phone_number');
	return success(call);
};

const block: LiveHandler = (call, live) => {
	const phone_number = live.contactPhone;
	if (call.store.all('blacklist').some((row) => row.phone_number === phone_number)) {
		throw new RpcError('duplicate_contact', { field: 'call_session_id', value: live.id });
	}
	call.store.put('blacklist', {
		id: call.store.next('blacklist'),
		phone_number,
		add_user_name: 'Owner',
		add_comment: null,
		add_date_time: toLocal(call.now),
	});
	return success(call);
};

const dtmf: LiveHandler = (call, live) => {
	checkDtmf(call.params.dtmf_string, /^[0-9*#]+$/);
	demand(live, 'talk', 'operator_talk');
	return success(call);
};

const talkOption: LiveHandler = (call, live) => {
	const { button } = call.params;
	const option = TALK_OPTIONS.find((one) => one.button === button);
	if (!option) throw new RpcError('talk_option_not_found', { field: 'button', value: button });
	demand(live, 'talk');
	if (option.mnemonic === 'finish_conversation') call.live.finish(live, call.now);
	if (option.mnemonic === 'tag_call' && !live.tagIds.includes(101)) live.tagIds.push(101);
	return success(call);
};

const onLive =
	(handler: LiveHandler): CallApiHandler =>
	(call) => {
		const { call_session_id: id } = call.params;
		if (!Number.isInteger(id)) throw invalid('call_session_id', id);
		const live = call.live.get(id, call.now);
		if (live) return handler(call, live);
		throw new RpcError('call_session_not_found', { field: 'call_session_id', value: id });
	};

export const manageHandlers: Readonly<Record<string, CallApiHandler>> = {
	'hold.call': onLive(hold),
	'unhold.call': onLive(unhold),
	'make.call': onLive(make),
	'transfer.talk': onLive(transfer),
	'restore.talk': onLive(restore),
	'release.call': onLive(release),
	'disconnect.leg': onLive(disconnect),
	'tag.call': onLive(tag),
	'record.call': onLive(record),
	'add.coach': onLive(coach),
	'block.contact': onLive(block),
	'send.dtmf': onLive(dtmf),
	'call.talk_option': onLive(talkOption),
};
