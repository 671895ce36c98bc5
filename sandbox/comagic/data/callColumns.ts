/** Columns of get.calls_report and get.call_legs_report (§B.9). */
import { textOf } from '../textOf';
import { toLocal } from '../localTime';
import type { CallFacts } from '../seed/calls';
import { communicationColumns, employeeName, nameOf, type Columns } from './communicationColumns';

const total = ({ wait, talk }: CallFacts): number => wait + talk;
const who: Columns<CallFacts>[string] = ({ employeeId }, store) => employeeName(store, employeeId);

export const callColumns = (url: string): Columns<CallFacts> => ({
	...communicationColumns<CallFacts>('call'),
	id: ({ id }) => id,
	start_time: ({ at }) => toLocal(at),
	finish_time: (call) => toLocal(call.at + total(call) * 1000),
	virtual_phone_number: ({ virtualPhone }) => virtualPhone,
	is_transfer: ({ isTransfer }) => isTransfer,
	finish_reason: ({ finishReason }) => finishReason,
	direction: ({ direction }) => direction,
	source: ({ source }) => source,
	is_lost: ({ isLost }) => isLost,
	cpn_region_id: () => 77,
	cpn_region_name: () => 'Москва',
	cpn_country_name: () => 'Россия',
	cpn_country_id: () => 'RU',
	wait_duration: ({ wait }) => wait,
	total_wait_duration: ({ wait }) => wait,
	lost_call_processing_duration: () => null,
	talk_duration: ({ talk }) => talk,
	clean_talk_duration: ({ talk }) => talk,
	total_duration: total,
	postprocess_duration: () => 0,
	auto_call_campaign_name: () => null,
	is_talked: ({ talk }) => talk > 0,
	...Object.fromEntries(
		['last_answered', 'first_answered', 'last_talked', 'first_talked'].flatMap((which) => [
			[`${which}_employee_id`, ({ employeeId }: CallFacts) => employeeId],
			[`${which}_employee_full_name`, who],
		]),
	),
	last_answered_employee_rating: () => null,
	first_answered_employee_rating: () => null,
	scenario_id: ({ scenarioId }) => scenarioId,
	scenario_name: ({ scenarioId }, store) => nameOf(store, 'scenarios', scenarioId),
	call_api_external_id: ({ externalId }) => externalId ?? null,
	call_api_request_id: () => null,
	contact_phone_number: ({ contactPhone }) => contactPhone,
	contact_full_name: ({ contactPhone }, store) => contactOf(store, contactPhone)?.full_name ?? null,
	contact_id: ({ contactPhone }, store) => contactOf(store, contactPhone)?.id ?? null,
	call_records: ({ records }) => records,
	wav_call_records: ({ records }) => records,
	voice_mail_records: ({ voiceMails }) => voiceMails,
	full_record_file_link: ({ records, communicationId }) =>
		records[0] === undefined ? null : `${url}/${communicationId}/${records[0]}`,
	employees: (call, store) =>
		call.employeeId === null
			? []
			: [
					{
						employee_id: call.employeeId,
						employee_full_name: employeeName(store, call.employeeId),
						is_answered: call.talk > 0,
					},
				],
	operator_phone_number: ({ operatorPhone }) => operatorPhone,
	scenario_operations: ({ scenarioId }) =>
		scenarioId === null ? [] : [{ id: 4011, name: 'Greeting' }],
	ext_id: ({ extId }) => extId ?? null,
	properties: () => null,
});

function contactOf(
	store: Parameters<Columns<CallFacts>[string]>[1],
	phone: string,
): { id: unknown; full_name: string } | undefined {
	const found = [...store.of('contacts').values()].find(
		({ phone_numbers }) => Array.isArray(phone_numbers) && phone_numbers.includes(phone),
	);
	const full_name = `${textOf(found?.last_name)} ${textOf(found?.first_name)}`.trim();
	return found ? { id: found.id, full_name } : undefined;
}

/** Two of a call: the contact's and the operator's. */
export interface LegFacts {
	call: CallFacts;
	isOperator: boolean;
}

export const legId = ({ call, isOperator }: LegFacts): number => call.id * 2 + Number(isOperator);

export const legColumns: Columns<LegFacts> = {
	id: legId,
	call_session_id: ({ call }) => call.id,
	call_records: ({ call, isOperator }) => (isOperator ? call.records : []),
	wav_call_records: ({ call, isOperator }) => (isOperator ? call.records : []),
	start_time: ({ call }) => toLocal(call.at),
	connect_time: ({ call }) => (call.talk > 0 ? toLocal(call.at + call.wait * 1000) : null),
	duration: ({ call }) => call.talk,
	total_duration: ({ call }) => total(call),
	finish_reason: ({ call }) => call.finishReason,
	finish_reason_description: ({ call }) => call.finishReason.replaceAll('_', ' '),
	virtual_phone_number: ({ call }) => call.virtualPhone,
	calling_phone_number: ({ call, isOperator }) =>
		isOperator ? call.virtualPhone : callingPhone(call),
	called_phone_number: ({ call, isOperator }) =>
		isOperator ? call.operatorPhone : calledPhone(call),
	direction: ({ call }) => call.direction,
	is_transfered: ({ call }) => call.isTransfer,
	is_operator: ({ isOperator }) => isOperator,
	employee_id: ({ call, isOperator }) => (isOperator ? call.employeeId : null),
	employee_full_name: ({ call, isOperator }, store) =>
		isOperator ? employeeName(store, call.employeeId) : null,
	employee_phone_number: ({ call, isOperator }) => (isOperator ? call.operatorPhone : null),
	scenario_id: ({ call }) => call.scenarioId,
	scenario_name: ({ call }, store) => nameOf(store, 'scenarios', call.scenarioId),
	is_coach: () => false,
	release_cause_code: () => 16,
	release_cause_description: () => 'Normal call clearing',
	is_failed: ({ call }) => call.isLost,
	is_talked: ({ call }) => call.talk > 0,
	contact_phone_number: ({ call }) => call.contactPhone,
	group_id: ({ call, isOperator }) =>
		isOperator && call.employeeId !== null ? (call.employeeId < 43 ? 51 : 52) : null,
	chargeable_duration: ({ call }) => call.talk,
	direction_type: () => 'mobile',
	cost_per_minute: () => 2,
	total_charge: ({ call }) => Math.ceil(call.talk / 60) * 2,
	bonuses_charge: () => 0,
	source: ({ call }) => call.source,
	leg_id: legId,
};

export const callingPhone = (call: CallFacts): string =>
	call.direction === 'in' ? call.contactPhone : call.virtualPhone;
export const calledPhone = (call: CallFacts): string =>
	call.direction === 'in' ? call.virtualPhone : call.contactPhone;
