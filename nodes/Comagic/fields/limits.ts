import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import type { Param } from '../catalogue/method';

/**
 * Holds a value against what the vendor's page says of it: `1..150`, `min 1`, `max 10`, `len<=5`,
 * `len>=8`, `E164`. Gives the value back, phone numbers without what people write around the digits.
 * @throws InvalidValue naming the field
 */
export function checkLimits(param: Param, value: unknown, label: string): unknown {
	const { limits } = param;
	if (limits === null) return value;
	if (limits === 'E164') return digits(shown(value));
	const size = sizeOf(value, limits);
	const [least, most] = bounds(limits);
	if (size === null || (size >= least && size <= most)) return value;
	const unit = unitOf(value);
	const range =
		most === Number.POSITIVE_INFINITY
			? `at least ${least}`
			: least === Number.NEGATIVE_INFINITY
				? `at most ${most}`
				: `from ${least} to ${most}`;
	throw new InvalidValue(`'${label}' takes ${range}${unit}, not ${size}`);
}

/** A phone number as the API wants it, `79161234567` (§E.12); something else stays as it is. */
function digits(phone: string): string {
	return /^\+?[\d\s().-]+$/.test(phone) ? phone.replace(/\D/g, '') : phone;
}

function bounds(limits: string): [number, number] {
	const [, from, till] = /^(\d+)\.\.(\d+)$/.exec(limits) ?? [];
	if (from !== undefined) return [Number(from), Number(till)];
	const [, word, number] = /^(min|max|len<=|len>=)\s*(\d+)$/.exec(limits) ?? [];
	const isLeast = word === 'min' || word === 'len>=';
	if (number === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
	return isLeast
		? [Number(number), Number.POSITIVE_INFINITY]
		: [Number.NEGATIVE_INFINITY, Number(number)];
}

function sizeOf(value: unknown, limits: string): number | null {
	if (typeof value === 'number') return value;
	if (Array.isArray(value)) return value.length;
	return typeof value === 'string' && /^(?:max|len)/.test(limits) ? value.length : null;
}

function unitOf(value: unknown): string {
	if (Array.isArray(value)) return ' entries';
	return typeof value === 'string' ? ' characters' : '';
}
