import type { ComagicEvent } from './events';

/** Placeholders every notification has (fact sheet §D.3). */
const GENERAL = ['notification_mnemonic', 'notification_name', 'notification_time'];

const placeholdersOf = ({ placeholders }: ComagicEvent): string[] => [
	...new Set([...GENERAL, ...placeholders]),
];

/**
 * The body to paste for an event sent with POST. The vendor puts values in JSON-encoded, so that
 * placeholders stand without quotes; the event is a plain text, because mnemonics differ.
 * @see fact sheet §D.1
 */
export function postTemplate(event: ComagicEvent): string {
	const lines = placeholdersOf(event).map((name) => `  "${name}": {{${name}}}`);
	return `{\n${[`  "event": "${event.code}"`, ...lines].join(',\n')}\n}`;
}

/** The parameters to paste for an event sent with GET. */
export function getTemplate(event: ComagicEvent): string {
	const pairs = placeholdersOf(event).map((name) => `${name}={{${name}}}`);
	return [`event=${event.code}`, ...pairs].join('&');
}

/** A template as the vendor fills it: JSON-encoded values, unknown placeholders as they are. */
export function filledTemplate(template: string, values: Record<string, unknown>): string {
	return template.replace(/\{\{(\w+)\}\}/g, (all, name: string) =>
		Object.hasOwn(values, name) ? JSON.stringify(values[name]) : all,
	);
}
