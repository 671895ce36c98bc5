import { InvalidValue } from '../../../shared/invalidValue';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const EXPONENT = /^([+-]?(?:\d+\.?\d*|\.\d+))e([+-]?\d{1,3})$/i;
const SPACES = /[\s\u00a0\u2009\u202f]/g;

/**
 * A number as plain decimal text with a dot ("12.5"), as the API documents numeric and monetary
 * values (§4.13). Takes finite numbers and numeric text; the digits of a text are kept as they
 * are, so "99.90" and twenty-digit numbers lose nothing.
 *
 * In text a lone comma is the decimal sign ("12,5"), unless it could as well group thousands
 * ("1,234": refused). With both signs the last one is the decimal ("1.234,56", "1,234.56").
 * Spaces may group thousands.
 * @throws InvalidValue for everything else
 */
export function toDecimalText(value: unknown, fieldLabel: string): string {
	if (typeof value === 'number' && Number.isFinite(value)) return expand(String(value));
	if (typeof value === 'string') {
		const text = withDot(withoutSpaces(value.trim()), fieldLabel);
		const isFinite = Number.isFinite(Number(text));
		if (isFinite && PLAIN.test(text)) return tidy(text);
		if (isFinite && EXPONENT.test(text)) return expand(text);
	}
	throw new InvalidValue(
		`'${fieldLabel}' takes a number, not ${shown(value)}`,
		'Use digits with a dot as decimal sign, e.g. 1250.50, without a currency sign.',
	);
}

/**
 * The same as a JavaScript number.
 * @throws InvalidValue
 */
export function parseNumber(value: unknown, fieldLabel: string): number {
	return Number(toDecimalText(value, fieldLabel));
}

function shown(value: unknown): string {
	return typeof value === 'string'
		? `"${value}"`
		: typeof value === 'number'
			? String(value)
			: typeof value;
}

/** Spaces are dropped only where they group thousands: "1 234 567,5", never "12 34". */
function withoutSpaces(text: string): string {
	return /^[+-]?\d{1,3}(?:[\s\u00a0\u2009\u202f]\d{3})+(?:[.,]\d*)?$/.test(text)
		? text.replace(SPACES, '')
		: text;
}

function withDot(text: string, fieldLabel: string): string {
	if (!text.includes(','))
		return /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? text.replace(/\./g, '') : text;
	if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return text.replace(/,/g, '');
	if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replace(/\./g, '').replace(',', '.');
	if (/^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(text)) return text.replace(/,/g, '');
	if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)) {
		throw new InvalidValue(
			`'${fieldLabel}' is ambiguous: "${text}" could mean ${text.replace(',', '')} or ${text.replace(',', '.')}`,
			'Use a dot as decimal sign and no sign between thousands.',
		);
	}
	return /^[+-]?\d*,\d+$/.test(text) ? text.replace(',', '.') : text;
}

/** "+.50" → "0.50", "007" → "7", "5." → "5", "-0" → "0". */
function tidy(text: string): string {
	const negative = text.startsWith('-');
	const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
	const digits = whole.replace(/^0+(?=\d)/, '') || '0';
	const plain = fraction === '' ? digits : `${digits}.${fraction}`;
	return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** Writes an exponent out: the API documents plain digits only. */
function expand(text: string): string {
	const [, mantissa = text, exponent = '0'] = EXPONENT.exec(text) ?? [];
	const sign = mantissa.startsWith('-') ? '-' : '';
	const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
	const point = whole.length + Number(exponent);
	const digits = whole + fraction;
	if (point <= 0) return tidy(`${sign}0.${'0'.repeat(-point)}${digits}`);
	const padded = digits.padEnd(point, '0');
	return tidy(`${sign}${padded.slice(0, point)}.${padded.slice(point)}`);
}
