/**
 * What the values of a notification stand for, by the name of their placeholder (fact sheet §D.3).
 *
 * - `id`: a whole number; digits where a number would lose some of them
 * - `number`: seconds, counts and amounts
 * - `phone`: always text
 * - `text`: always text, even when it looks like something else
 * - `flag`: true or false
 * - `time`: kept as it came, with a twin in ISO 8601
 * - `timestamp`: Unix seconds, with the same twin
 * - `ids`, `texts`: lists
 * - `link`, `links`: addresses of recordings and files
 * - `direction`: `in` or `out`
 * - `plain`: as it came
 */
export type FieldKind =
	| 'id'
	| 'number'
	| 'phone'
	| 'text'
	| 'flag'
	| 'time'
	| 'timestamp'
	| 'ids'
	| 'texts'
	| 'link'
	| 'links'
	| 'direction'
	| 'plain';

/** Placeholders whose kind their name does not tell, and those that tell a wrong one. */
const NAMED: Record<string, FieldKind> = {
	notification_mnemonic: 'text',
	notification_name: 'text',
	notification_timestamp: 'timestamp',
	timestamp: 'timestamp',
	direction: 'direction',
	external_id: 'text',
	call_api_external_id: 'text',
	ext_id: 'text',
	ua_client_id: 'text',
	ef_id: 'text',
	numa: 'phone',
	numb: 'phone',
	communication_number: 'number',
	communication_type: 'text',
	call_source: 'text',
	call_status: 'text',
	lost_reason: 'text',
	scenario_name: 'text',
	chat_channel_name: 'text',
	visitor_name: 'text',
	visitor_country: 'text',
	cpn_region_name: 'text',
	contact_full_name: 'text',
	contact_email: 'text',
	employee_full_name: 'text',
	employee_email: 'text',
	tp_project: 'text',
	goal_name: 'text',
	text: 'text',
	message: 'text',
	comment: 'text',
	tag_names: 'texts',
	file_link: 'link',
	full_record_file_link: 'link',
	record_file_links: 'links',
};

/** The first that fits counts. */
const PATTERNS: Array<[RegExp, FieldKind]> = [
	[/phone|(?:^|_)fax_number$/, 'phone'],
	[/(?:^|_)ids$/, 'ids'],
	[/(?:^|_)id$/, 'id'],
	[/(?:^|_)(?:duration|cost|amount|count)$/, 'number'],
	[/^is_/, 'flag'],
	[/_timestamp$/, 'timestamp'],
	[/(?:^|_)(?:time|date|datetime)$/, 'time'],
	[/_links$/, 'links'],
	[/_link$/, 'link'],
	[/_names$/, 'texts'],
];

/** Further placeholders that were seen; with those above, all names a missing `&` can be mended at. */
const OTHERS = [
	...['app_id', 'notification_time', 'call_session_id', 'is_internal', 'start_time'],
	...['virtual_phone_number', 'contact_phone_number', 'calling_phone_number'],
	...['called_phone_number', 'communication_id', 'scenario_id', 'leg_id', 'leg_ids'],
	...['talk_time_duration', 'wait_time_duration', 'total_time_duration', 'is_transfer'],
	...['last_talked_employee_id', 'attributes', 'cpn_region_id', 'employee_id', 'employee_ids'],
	...['employee_phone_number', 'extension_phone_number', 'contact_id', 'contact_group_ids'],
	...['file_duration', 'call_record_duration', 'tag_ids', 'visitor_phone_number', 'messages'],
	...['visitor_info', 'visitor_id', 'contact_info', 'employee_info', 'call_info'],
	...['call_record_file_info', 'goal_id', 'site_id', 'visitor_session_id', 'event'],
];

const NAMED_KINDS = new Map(Object.entries(NAMED));
const KNOWN = new Set([...NAMED_KINDS.keys(), ...OTHERS]);
const LONGEST = Math.max(...[...KNOWN].map((name) => name.length));

/** What a field is by its name; `plain` for the user's own. */
export function kindOf(name: string): FieldKind {
	const named = NAMED_KINDS.get(name);
	if (named !== undefined) return named;
	return PATTERNS.find(([pattern]) => pattern.test(name))?.[1] ?? 'plain';
}

export function isKnownField(name: string): boolean {
	return KNOWN.has(name);
}

/** The longest known name that a text ends with, or null. */
export function knownNameAtEnd(text: string): string | null {
	const first = Math.max(0, text.length - LONGEST);
	for (let at = first; at < text.length; at += 1) {
		const name = text.slice(at);
		if (KNOWN.has(name)) return name;
	}
	return null;
}

/** Short names of hand-written templates (fact sheet §D.3) and the placeholder each stands for. */
const ALIASES = new Map([
	['name', 'notification_name'],
	['mnemonic', 'notification_mnemonic'],
	['at', 'notification_time'],
	['from', 'calling_phone_number'],
	['to', 'called_phone_number'],
	['contact', 'contact_phone_number'],
	['virtual_number', 'virtual_phone_number'],
	['recording', 'file_link'],
]);

/** A key in the spelling of placeholders: `callSessionId` is `call_session_id`. */
export const snakeName = (key: string): string =>
	/^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(key)
		? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
		: key.trim();

/** The placeholder that a key of the outermost level stands for. */
export function fieldName(key: string): string {
	const name = snakeName(key);
	return ALIASES.get(name) ?? name;
}
