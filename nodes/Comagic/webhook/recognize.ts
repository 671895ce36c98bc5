import { EVENTS, OTHER, type ComagicEvent } from './events';
import type { LooseValue } from './decode/looseValue';

/** Machine names are compared without case and separators. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const CODES = new Map(EVENTS.map(({ code }) => [bare(code), code]));
const MNEMONICS = new Map(
	EVENTS.flatMap(({ code, mnemonics }) =>
		mnemonics.map((one): [string, string] => [bare(one), code]),
	),
);
/** `Lost call recorded` is about the recording, `Waiting for answer` no talk: the narrow ones first. */
const BY_NAME: ComagicEvent[] = [
	...['sip_line_lost', 'voice_mail', 'fax', 'recording_ready', 'tag_set', 'goal_reached'],
	...['offline_message', 'chat', 'call_waiting', 'call_lost', 'talk_started', 'talk_finished'],
	...['call_finished', 'inbound_call', 'outbound_call'],
].flatMap((code) => EVENTS.filter((event) => event.code === code));

/**
 * The event of a notification: what its template says (`"event": "call_lost"`), else its mnemonic,
 * else its name in the cabinet. An `event` that says one of our codes is taken out of the fields; any
 * other one is the mnemonic, where there is none.
 * @see fact sheet §D.2
 */
export function recognizeEvent(fields: Map<string, LooseValue>): string {
	const stated = textIn(fields, 'event');
	const code = codeOf(stated) ?? codeOf(textIn(fields, 'query_event'));
	if (codeOf(stated) !== null) fields.delete('event');
	if (codeOf(textIn(fields, 'query_event')) !== null) fields.delete('query_event');
	if (code !== null) return code;
	if (stated !== '' && !fields.has('notification_mnemonic')) {
		fields.set('notification_mnemonic', stated);
		fields.delete('event');
	}
	const mnemonic = textIn(fields, 'notification_mnemonic');
	return (
		MNEMONICS.get(bare(mnemonic)) ??
		codeOf(mnemonic) ??
		byName(textIn(fields, 'notification_name')) ??
		byName(stated) ??
		OTHER
	);
}

function codeOf(text: string): string | null {
	return text.length > 40 ? null : (CODES.get(bare(text)) ?? null);
}

function byName(name: string): string | null {
	const text = name
		.slice(0, 200)
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[\s_-]+/g, ' ');
	return BY_NAME.find(({ says }) => says.test(text))?.code ?? null;
}

function textIn(fields: Map<string, LooseValue>, name: string): string {
	const value = fields.get(name);
	return typeof value === 'string' ? value.trim() : '';
}
