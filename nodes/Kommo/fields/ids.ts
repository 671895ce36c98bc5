import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { EntityType } from '../model';
import { entityUrlId } from '../transport/host';

/**
 * A positive whole number, given as number, digits, or a resource locator (list, id or the link of
 * a card). Throws InvalidValue naming the field.
 */
export function toId(value: unknown, label: string, kind?: EntityType): number {
	const given = isLocator(value) ? value.value : value;
	if (isBlank(given)) {
		throw new InvalidValue(
			`'${label}' is empty`,
			'Enter an ID, or check the expression: it gave nothing for this item.',
		);
	}
	if (kind && typeof given === 'string' && /^https?:/i.test(given.trim())) {
		const id = entityUrlId(given, kind);
		if (id !== null) return id;
	}
	const id = wholeNumber(given);
	if (id !== null && id > 0) return id;
	throw new InvalidValue(
		`'${label}' is not an ID: ${shown(given).trim()}`,
		kind
			? `Enter the number at the end of the card's link, or the link itself (…/${kind}/detail/123).`
			: 'Enter a whole number.',
	);
}

/** A list of ids: array, one id, or digits separated by commas. */
export function toIds(value: unknown, label: string): number[] {
	const list: unknown[] = Array.isArray(value) ? value : shown(value).split(',');
	return list.filter((one) => !isBlank(one)).map((one) => toId(one, label));
}

/** The number behind `7` or `"7"`, null for anything else. */
export function wholeNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
	if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value.trim())) return null;
	return Number(value);
}
