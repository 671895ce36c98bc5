import type { INodePropertyOptions } from 'n8n-workflow';

/** Something the cabinet can notify about. */
export interface ComagicEvent {
	/** As the items and the node's own templates have it. */
	code: string;
	name: string;
	description: string;
	/** Part of the event's name in the Russian cabinet, for those who look for it there. */
	russian: string;
	/** Machine names that were seen (unverified: accounts and hand-typed templates differ). */
	mnemonics: string[];
	/** What a name of the user's own says when it means this event. */
	says: RegExp;
	/** Placeholders of the template beside the general ones. */
	placeholders: string[];
}

const CALL = [
	...['call_session_id', 'external_id', 'direction', 'start_time', 'virtual_phone_number'],
	...['contact_phone_number', 'contact_id', 'contact_full_name', 'communication_id'],
	'communication_number',
];
const PARTIES = ['calling_phone_number', 'called_phone_number'];
const EMPLOYEE = ['employee_id', 'employee_full_name', 'employee_phone_number'];
const DURATIONS = ['talk_time_duration', 'wait_time_duration', 'total_time_duration'];
const VISITOR = ['visitor_info', 'visitor_phone_number'];

/** Events of fact sheet §D.2. The order of `EVENTS` is the form's; recognition has its own. */
const TABLE: ComagicEvent[] = [
	{
		code: 'inbound_call',
		name: 'Inbound Call',
		description: 'When somebody calls a virtual number',
		russian: 'Входящий звонок на виртуальный номер',
		mnemonics: ['IN_CALL_SESSION'],
		says: /вход[а-я]* +(?:звон|вызов)|(?:inbound|incoming) +call/,
		placeholders: [...CALL, ...PARTIES, 'scenario_id', 'scenario_name'],
	},
	{
		code: 'call_waiting',
		name: 'Call Waiting for Answer',
		description: 'When a call rings at an employee',
		russian: 'Ожидание ответа',
		mnemonics: [],
		says: /ожида[а-я]* +ответ|wait[a-z]* +(?:for +)?(?:an +)?answer/,
		placeholders: [...CALL, ...EMPLOYEE, 'extension_phone_number', 'leg_id'],
	},
	{
		code: 'outbound_call',
		name: 'Outbound Call',
		description: 'When an employee calls somebody',
		russian: 'Исходящий звонок',
		mnemonics: [],
		says: /исход[а-я]* +(?:звон|вызов)|(?:outbound|outgoing) +call/,
		placeholders: [...CALL, ...PARTIES, ...EMPLOYEE],
	},
	{
		code: 'talk_started',
		name: 'Talk Started',
		description: 'When a call is answered',
		russian: 'Начало разговора',
		mnemonics: ['CALL_CONNECTED'],
		says: /нач[а-я]* +разговор|разговор[а-я]* +нач|talk +start|start[a-z]* +(?:of +)?talk|call +(?:is +|was +)?answered|\banswered +call/,
		placeholders: [...CALL, ...PARTIES, ...EMPLOYEE],
	},
	{
		code: 'talk_finished',
		name: 'Talk Finished',
		description: 'When a conversation ends',
		russian: 'Завершение разговора',
		mnemonics: [],
		says: /(?:заверш|оконч|кон)[а-я]* +разговор|разговор[а-я]* +(?:заверш|законч|оконч)|talk +(?:finish|end)|end +of +(?:the +)?talk/,
		placeholders: [...CALL, ...EMPLOYEE, 'talk_time_duration'],
	},
	{
		code: 'call_finished',
		name: 'Call Finished',
		description: 'When a call ends, whether it was answered or not',
		russian: 'Завершение звонка',
		mnemonics: ['CALL_SESSION_FINISHED', 'CALL_END'],
		says: /(?:заверш|оконч|кон)[а-я]* +(?:звон|вызов)|(?:звон|вызов)[а-я]* +(?:заверш|законч|оконч)|call +(?:session +)?(?:finish|end)|end +of +(?:the +)?call/,
		placeholders: [...CALL, ...DURATIONS, 'call_status', 'is_transfer', 'last_talked_employee_id'],
	},
	{
		code: 'call_lost',
		name: 'Lost Call',
		description: 'When nobody answered a call',
		russian: 'Потерянный звонок',
		mnemonics: [],
		says: /потерян|пропущен|не ?(?:принят|отвечен)|unanswered|lost +call|missed +call|call +(?:is +|was +)?(?:lost|missed)/,
		placeholders: [...CALL, 'wait_time_duration', 'lost_reason', 'scenario_name'],
	},
	{
		code: 'recording_ready',
		name: 'Recording Ready',
		description: 'When the recording of a call can be opened',
		russian: 'Записан разговор',
		mnemonics: ['RECORD_CALL'],
		says: /запис|record/,
		placeholders: [...CALL, ...EMPLOYEE, 'file_link', 'file_duration'],
	},
	{
		code: 'voice_mail',
		name: 'Voice Mail',
		description: 'When somebody left a voice message',
		russian: 'Голосовая почта',
		mnemonics: [],
		says: /голосов|voice *mail/,
		placeholders: [...CALL, 'file_link', 'file_duration'],
	},
	{
		code: 'fax',
		name: 'Fax',
		description: 'When a fax arrives',
		russian: 'Факс',
		mnemonics: [],
		says: /факс|\bfax/,
		placeholders: [...CALL, 'file_link'],
	},
	{
		code: 'tag_set',
		name: 'Tag Set',
		description: 'When a call or another communication gets a tag',
		russian: 'Проставлен тег',
		mnemonics: ['set_mark'],
		says: /(?:^|[^а-я])т[еэ]г|\btag/,
		placeholders: [...CALL, 'communication_type', 'tag_ids', 'tag_names', 'employee_id'],
	},
	{
		code: 'offline_message',
		name: 'Request Form Sent',
		description: 'When a visitor sends a request (offline message)',
		russian: 'Заявка',
		mnemonics: [],
		says: /заявк|оффлайн|офлайн|offline +message|request +form/,
		placeholders: ['communication_id', 'communication_number', 'contact_id', ...VISITOR],
	},
	{
		code: 'chat',
		name: 'Chat',
		description: 'When something happens in a chat: started, message, ended',
		russian: 'Чат',
		mnemonics: [],
		says: /(?:^|[^а-я])чат|\bchat/,
		placeholders: [
			...['communication_id', 'communication_number', 'chat_channel_name', 'messages'],
			...['employee_id', 'employee_full_name', 'contact_id', ...VISITOR],
		],
	},
	{
		code: 'goal_reached',
		name: 'Goal Reached',
		description: 'When a visitor of the site reaches a goal',
		russian: 'Достижение цели',
		mnemonics: [],
		says: /(?:^|[^а-я])цел[ьией]|\bgoal/,
		placeholders: ['communication_id', 'communication_type', ...VISITOR],
	},
	{
		code: 'sip_line_lost',
		name: 'SIP Line Lost Registration',
		description: 'When a SIP line is no longer registered',
		russian: 'Потеря регистрации SIP-линии',
		mnemonics: [],
		says: /\bsip\b|регистрац|registration/,
		placeholders: ['employee_id', 'employee_full_name', 'extension_phone_number'],
	},
];

export const EVENTS: readonly ComagicEvent[] = [...TABLE].sort((a, b) =>
	a.name.localeCompare(b.name, 'en'),
);

/** Readable, but of no type the node knows. */
export const OTHER = 'other';
/** Not readable. */
export const UNKNOWN = 'unknown';
/** The choice of 'Trigger On' that lets everything pass. */
export const ANY = 'any';

/** The choices of 'Trigger On'. */
export const EVENT_OPTIONS: INodePropertyOptions[] = [
	{
		name: 'Any Notification',
		value: ANY,
		description: 'Whatever the cabinet sends to this address',
	},
	...EVENTS.map(({ code, name, description, russian }) => ({
		name,
		value: code,
		description: `${description} (${russian})`,
	})),
	{
		name: 'Other',
		value: OTHER,
		description: 'Notifications whose type neither their body nor their name tells',
	},
].sort((a, b) => a.name.localeCompare(b.name, 'en'));
