import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { codeOf, type Code } from '../codes';
import type { Transform } from './clevertimField';
import { toDay, toTaskMoment, toTime } from './dates';

/** Text as it is; numbers become text, objects are refused. */
export const text =
	(label: string): Transform =>
	(value) => {
		if (value === null || value === undefined) return undefined;
		if (typeof value === 'object') {
			throw new InvalidValue(`'${label}' is not a text`, 'Pick one value in the expression.');
		}
		return shown(value);
	};

/** Like `text`, but an empty one is left out. */
export const filledText =
	(label: string): Transform =>
	(value, row) =>
		isBlank(value) ? undefined : text(label)(value, row);

/** A whole number not below `least`. */
export const integer =
	(label: string, least: number): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const number = Number(value);
		if (Number.isSafeInteger(number) && number >= least) return number;
		throw new InvalidValue(
			`'${label}' is not a whole number from ${least} up: ${shown(value)}`,
			'Enter digits.',
		);
	};

/** True or false, also as n8n's expressions and tables write them; a blank is "not set". */
export const yesNo =
	(label: string): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const word = shown(value).trim().toLowerCase();
		if (word === 'true' || word === '1') return true;
		if (word === 'false' || word === '0') return false;
		throw new InvalidValue(
			`'${label}' is neither true nor false: ${shown(value)}`,
			'Use true or false.',
		);
	};

/** One of a fixed list, by its code or its name. */
export const code =
	(label: string, codes: Code[]): Transform =>
	(value) =>
		isBlank(value) ? undefined : toCode(value, label, codes);

export function toCode(value: unknown, label: string, codes: Code[]): string {
	const found = codeOf(codes, shown(value));
	if (found !== null) return found;
	throw new InvalidValue(
		`'${label}' does not exist: "${shown(value)}"`,
		`Use one of ${codes.map(({ name }) => name).join(', ')}.`,
	);
}

/**
 * Whether an expression gave nothing: a blank, or a list of blanks such as `[undefined]`. An explicit
 * `[]` is a value: it empties the list.
 */
export const isNothing = (value: unknown): boolean =>
	Array.isArray(value) ? value.length > 0 && value.every(isBlank) : isBlank(value);

/** A list of texts from an array or a text with commas; only an explicit `[]` empties the list. */
export const texts =
	(label: string): Transform =>
	(value) => {
		if (isNothing(value)) return undefined;
		return listOf(value).map((one) => {
			if (typeof one !== 'object') return shown(one).trim();
			throw new InvalidValue(`'${label}' is not a list of texts`, 'Give texts, not objects.');
		});
	};

/** Email addresses; one that looks odd is sent with a hint, because the API takes any text. */
export const emails =
	(label: string): Transform =>
	(value, row) => {
		const list = texts(label)(value, row);
		if (!Array.isArray(list)) return undefined;
		for (const one of list.map(shown)) {
			if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one)) {
				row.warn(`'${label}' holds something that does not look like an email: ${one}`);
			}
		}
		return list as string[];
	};

/** A task date; the time of day only where the value has one and 'Dates Without Time' is off. */
export const taskMoment =
	(label: string): Transform =>
	(value, row) => {
		if (isBlank(value)) return undefined;
		const dateOnly =
			row.parameter('additionalFields.datesWithoutTime') === true ||
			row.parameter('updateFields.datesWithoutTime') === true;
		return toTaskMoment(value, row.timezone, label, dateOnly);
	};

export const time =
	(label: string): Transform =>
	(value, row) =>
		isBlank(value) ? undefined : toTime(value, row.timezone, label);

export const day =
	(label: string): Transform =>
	(value, row) =>
		isBlank(value) ? undefined : toDay(value, row.timezone, label);

/**
 * An amount as the text the API wants (fact sheet §6.3, §10.6): `4500`, `1000.50`. Spaces and
 * thousands commas go; anything else than a decimal number is refused.
 */
export const amount =
	(label: string): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const given = shown(value).trim();
		const plain = given.replace(/[\s\u00a0\u202f']/g, '');
		const bare = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replace(/,/g, '') : plain;
		if (/^-?\d+(?:\.\d+)?$/.test(bare)) return bare;
		throw new InvalidValue(
			`'${label}' is not an amount: ${given}`,
			'Enter a number such as 4500 or 1000.50, with a point before the decimals.',
		);
	};

/** ISO 4217 code. */
export const currency =
	(label: string): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const given = shown(value).trim().toUpperCase();
		if (/^[A-Z]{3}$/.test(given)) return given;
		throw new InvalidValue(
			`'${label}' is not a currency code: ${shown(value)}`,
			'Use three letters such as GBP or EUR.',
		);
	};

/** An array, one value, or a text separated by commas, as a list without blanks. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.filter((one) => !isBlank(one));
	if (isBlank(value)) return [];
	if (typeof value !== 'string') return [value];
	return value
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');
}
