import type { MatchKey } from '../../../nodes/shared/matchKey';
import { shown } from '../../../nodes/shared/shown';

/** A key that records match whose `code` is this text. */
export function codeKey(code: string, more: Partial<MatchKey> = {}): MatchKey {
	return {
		id: `code ${code}`,
		label: `code ${code}`,
		matches: (entity) => entity.code === code,
		lookups: [{ query: code }],
		index: { name: 'code', bucketsOf: (entity) => [shown(entity.code)], bucket: code },
		...more,
	};
}

/** A key for a number that may stand with or without its first digit, as phones do. */
export function numberKey(number: string): MatchKey {
	const end = (text: string) => text.slice(-3);
	return {
		id: `number ${number}`,
		label: `number ${number}`,
		matches: ({ code }) => end(shown(code)) === end(number),
		lookups: [{ query: number }, { query: end(number) }],
		index: { name: 'number', bucketsOf: ({ code }) => [end(shown(code))], bucket: end(number) },
		example: { code: number },
	};
}
