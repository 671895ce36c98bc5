/** Columns of chats, messages, goals, requests, communications and visits (§B.9). */
import { toLocal } from '../localTime';
import { between, pick } from '../seed/chance';
import type { ChatFacts, MessageFacts } from '../seed/chats';
import type { OfflineMessageFacts } from '../seed/offlineMessages';
import type { EventKind } from '../seed/traffic';
import { COMMUNICATION_BASE, MARKETING, type Visit } from '../seed/visit';
import {
	communicationColumns,
	employeeName,
	nameOf,
	tagsColumn,
	type Column,
	type Columns,
	type EventFacts,
} from './communicationColumns';

const without = <Facts>(columns: Columns<Facts>, name: string): Columns<Facts> =>
	Object.fromEntries(Object.entries(columns).filter(([key]) => key !== name));

export const chatColumns: Columns<ChatFacts> = {
	...communicationColumns<ChatFacts>('chat'),
	id: ({ id }) => id,
	status: ({ status }) => status,
	initiator: ({ initiator }) => initiator,
	date_time: ({ at }) => toLocal(at),
	duration: ({ duration }) => String(duration),
	answer_time: ({ answerTime }) => answerTime,
	chat_channel_id: ({ channelType }) => (channelType === 'dataapi' ? null : 751),
	chat_channel_type: ({ channelType }) => channelType,
	chat_channel_name: ({ channelType }) => (channelType === 'dataapi' ? null : 'Site chat'),
	messages_count: ({ messages }) => messages,
	is_group_chat: () => false,
	is_transfer: () => false,
	employee_id: ({ employeeId }) => employeeId,
	employee_full_name: ({ employeeId }, store) => employeeName(store, employeeId),
	employee_messages_count: ({ messages }) => Math.floor(messages / 2),
	visitor_ids: ({ visit }) => (visit ? [visit.visitorId] : []),
	visitor_phone_number: ({ phone }) => (phone === null ? null : Number(phone)),
	ext_id: ({ extId }) => extId ?? null,
};

export const messageColumns: Columns<MessageFacts> = {
	id: ({ id }) => id,
	chat_id: ({ chatId }) => chatId,
	date_time: ({ at }) => toLocal(at),
	is_group_chat: () => false,
	visitor_id: ({ visitorId }) => visitorId,
	text: ({ text }) => text,
	source: ({ source }) => source,
	employee_id: ({ employeeId }) => employeeId,
	employee_full_name: ({ employeeId }, store) => employeeName(store, employeeId),
	channel_id: () => 751,
	channel_type: () => 'comagic',
};

export const goalColumns: Columns<EventFacts> = {
	...communicationColumns<EventFacts>('goal'),
	id: ({ communicationId }) => communicationId,
	date_time: ({ at }) => toLocal(at),
	name: ({ visit }) => pick(['Order sent', 'Price list', 'Five pages'], visit?.place ?? 0, 60),
	type: ({ visit }) => pick(['track_event', 'time_on_page', 'comagic'], visit?.place ?? 0, 60),
	ext_id: ({ communicationId }) => `goal-${communicationId}`,
	source: () => 'comagic',
};

export const offlineMessageColumns: Columns<OfflineMessageFacts> = {
	...communicationColumns<OfflineMessageFacts>('offline_message'),
	id: ({ id }) => id,
	date_time: ({ at }) => toLocal(at),
	text: ({ text }) => text,
	is_agree_to_process_personal_data: () => true,
	is_agree_to_mailing: () => false,
	status: ({ status }) => status,
	process_time: ({ status, at }) => (status === 'processed' ? toLocal(at + 600_000) : null),
	form_type: ({ formType }) => formType,
	form_name: ({ formName }) => formName,
	employee_id: ({ employeeId }) => employeeId,
	employee_full_name: ({ employeeId }, store) => employeeName(store, employeeId),
	group_id: () => 52,
	group_name: (_, store) => nameOf(store, 'employeeGroups', 52),
	visitor_name: ({ name }) => name,
	visitor_phone_number: ({ phone }) => (phone === null ? null : Number(phone)),
	visitor_email: ({ email }) => email,
	ext_id: ({ extId }) => extId ?? null,
};

/** A communication of any kind, as get.communications_report shows it. */
export interface CommunicationFacts extends EventFacts {
	kind: EventKind;
	isLost?: boolean;
}

const tagsOfKind = {
	call: tagsColumn<EventFacts>('call'),
	chat: tagsColumn<EventFacts>('chat'),
	goal: tagsColumn<EventFacts>('goal'),
	offline_message: tagsColumn<EventFacts>('offline_message'),
} satisfies Record<EventKind, Column<EventFacts>>;

export const communicationReportColumns: Columns<CommunicationFacts> = {
	...without(communicationColumns<CommunicationFacts>('goal'), 'communication_id'),
	id: ({ communicationId }) => communicationId,
	communication_type: ({ kind }) => kind,
	date_time: ({ at }) => toLocal(at),
	tags: (facts, store) => tagsOfKind[facts.kind](facts, store),
};

const marketing = Object.fromEntries(
	Object.entries(MARKETING).map(([name, column]): [string, Column<VisitFacts>] => [
		name,
		({ visit }) => column(visit),
	]),
);

export interface VisitFacts {
	visit: Visit;
	kind: EventKind | undefined;
}

export const visitColumns: Columns<VisitFacts> = {
	...marketing,
	id: ({ visit }) => visit.id,
	date_time: ({ visit }) => toLocal(visit.at),
	duration: ({ visit }) => between(visit.place, 61, 5, 900),
	site_domain_name: ({ visit }, store) => store.get('sites', visit.siteId)?.domain_name ?? null,
	campaign_name: ({ visit }, store) => nameOf(store, 'campaigns', visit.campaignId),
	visitor_ip_address: ({ visit }) => `198.51.100.${visit.visitorId % 250}`,
	visitor_browser_name: () => 'Firefox',
	visitor_browser_version: () => '120.0',
	visitor_os_name: () => 'Linux',
	visitor_screen: () => '1920x1080',
	visitor_language: () => 'ru',
	hits_count: ({ visit }) => between(visit.place, 62, 1, 12),
	communications: ({ visit, kind }) =>
		kind
			? [
					{
						communication_type: kind,
						communication_id: COMMUNICATION_BASE + visit.place,
						communication_date_time: toLocal(visit.at + 45_000),
					},
				]
			: [],
};
