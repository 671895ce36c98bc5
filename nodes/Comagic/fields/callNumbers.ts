import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { Transform } from './comagicField';

/** Longest number of E.164; what has fewer digits than the shortest is an extension. */
const LONGEST = 15;
const SHORTEST = 8;
/** What people write between digits. */
const BETWEEN = /[\s\u00a0().\-–/]/g;

/**
 * A phone number as the Call API wants it: digits with the country code, without + (§C.1). Russian
 * numbers may begin with 8; numbers of other countries with + or 00. Throws InvalidValue for what
 * is none.
 */
export const phone =
	(label: string): Transform =>
	(value) => {
		const text = textOf(value);
		if (text === '') return undefined;
		const digits = digitsOf(text);
		if (digits !== null && digits.length >= SHORTEST && digits.length <= LONGEST) return digits;
		throw new InvalidValue(
			`'${label}' is not a phone number: ${text}`,
			'Enter it with the country code, e.g. +7 495 123-45-67 or 74951234567.',
		);
	};

/** The same, but extensions and SIP numbers are taken, too, and stay as they are. */
export const phoneOrExtension =
	(label: string): Transform =>
	(value) => {
		const text = textOf(value);
		if (text === '') return undefined;
		// names of SIP lines
		if (/^(?:sip:)?[\w.+-]*[a-z_][\w.+-]*(?:@[\w.:-]+)?$/i.test(text)) return text;
		const digits = digitsOf(text);
		if (digits !== null && digits.length > 0 && digits.length <= LONGEST) return digits;
		throw new InvalidValue(
			`'${label}' is neither a phone number nor an extension: ${text}`,
			'Enter a number with the country code (74951234567), an extension (101) or a SIP number.',
		);
	};

/** Also of numbers from expressions and of locators. */
function textOf(value: unknown): string {
	const given: unknown = isLocator(value) ? value.value : value;
	return isBlank(given) ? '' : shown(given).trim();
}

/** Null for a text with anything else in it. */
function digitsOf(text: string): string | null {
	const bare = text.replace(/^tel:/i, '').replace(BETWEEN, '');
	const [, plus = '', digits = ''] = /^(\+?)(\d+)$/.exec(bare) ?? [];
	if (digits === '') return null;
	if (plus === '+') return digits;
	if (digits.length > LONGEST - 4 && /^(?:00|810)/.test(digits)) {
		return digits.replace(/^(?:00|810)/, '');
	}
	// 8 is how Russia dials itself; Japan, Korea and others begin with it, but not with these
	return /^8[34789]\d{9}$/.test(digits) ? `7${digits.slice(1)}` : digits;
}
