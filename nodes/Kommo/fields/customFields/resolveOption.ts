import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldDefinition } from '../../model';
import { isRecord } from './isRecord';
import { nearest, quoted } from './nearest';

interface Option {
	id: number;
	value: string;
	code?: string | null;
}

/**
 * The id of the option a value means: by option id (number, or digits if the field has that id),
 * exact text, or code. Also takes `{ enum_id }`, `{ enum_code }` and `{ value }` as they are read.
 * Ids are what is sent, because equal text has been refused by the API (§4.13).
 * @throws InvalidValue naming the nearest options
 */
export function resolveOption(field: CustomFieldDefinition, value: unknown): number {
	const options = optionsOf(field);
	const wanted = isRecord(value) ? wantedOf(value) : value;
	const found = findById(options, wanted) ?? findByText(field, options, wanted);
	if (found === undefined) throw unknownOption(field, options, wanted);
	return found.id;
}

/**
 * The ids of all options a value means, without repetition: a list (also as JSON text), one
 * option, or one text with several options separated by new lines, semicolons or commas (an
 * option may itself hold these).
 * @throws InvalidValue naming the nearest options
 */
export function resolveOptions(field: CustomFieldDefinition, value: unknown): number[] {
	const list = typeof value === 'string' ? listInText(value) : value;
	const ids = Array.isArray(list)
		? list.map((one: unknown) => resolveOption(field, one))
		: typeof list === 'string'
			? idsInText(field, list, [/[\r\n]+/, /;/, /,/])
			: [resolveOption(field, list)];
	return [...new Set(ids)];
}

/** A JSON list of texts and ids; other text as it is, because "[VIP]" may be an option. */
function listInText(text: string): unknown {
	if (!/^\s*\[\s*["\d{]/.test(text)) return text;
	try {
		const parsed: unknown = JSON.parse(text);
		return parsed;
	} catch {
		return text;
	}
}

/** Options of select-like fields; a category keeps its tree under `nested` (§4.12). */
function optionsOf(field: CustomFieldDefinition): Option[] {
	// values(): an answer to a batch may hold an object keyed by index (§4.12)
	const enums: Option[] = Object.values(field.enums ?? {});
	return enums.length > 0 ? enums : Object.values(field.nested ?? {});
}

function wantedOf(value: Record<string, unknown>): unknown {
	return value['enum_id'] ?? value['enum_code'] ?? value['value'];
}

function findById(options: readonly Option[], wanted: unknown): Option | undefined {
	const id = typeof wanted === 'string' ? wanted.trim() : wanted;
	return options.find((option) => option.id === id || String(option.id) === id);
}

function findByText(
	field: CustomFieldDefinition,
	options: readonly Option[],
	wanted: unknown,
): Option | undefined {
	if (typeof wanted !== 'string' && typeof wanted !== 'number') return undefined;
	const text = String(wanted);
	const found =
		some(options.filter((option) => option.value === text)) ??
		some(options.filter((option) => option.value.trim() === text.trim() && text.trim() !== '')) ??
		some(options.filter((option) => option.code === text && text !== ''));
	if (found === undefined || found.length === 1) return found?.[0];
	throw new InvalidValue(
		`'${field.name}' has several options "${text}"`,
		`Use the id of one of them: ${found.map((option) => option.id).join(', ')}.`,
	);
}

function some(options: Option[]): Option[] | undefined {
	return options.length > 0 ? options : undefined;
}

function idsInText(
	field: CustomFieldDefinition,
	text: string,
	separators: readonly RegExp[],
): number[] {
	const options = optionsOf(field);
	const whole = findById(options, text) ?? findByText(field, options, text);
	if (whole !== undefined) return [whole.id];
	const [separator, ...rest] = separators;
	if (separator === undefined) throw unknownOption(field, options, text);
	const parts = text
		.split(separator)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (parts.length === 0) throw unknownOption(field, options, text);
	return parts.flatMap((part) => idsInText(field, part, rest));
}

function unknownOption(
	field: CustomFieldDefinition,
	options: readonly Option[],
	wanted: unknown,
): InvalidValue {
	const isShort = typeof wanted === 'string' || typeof wanted === 'number';
	const names = options.map((option) => option.value);
	const alike = nearest(isShort ? String(wanted) : '', names);
	return new InvalidValue(
		isShort
			? `'${field.name}' has no option "${wanted}"`
			: `'${field.name}' takes an option's text, code or id`,
		alike.length > 0
			? `Options like it: ${quoted(alike)}. Use the exact text, the code or the id of an option.`
			: 'The field has no options yet: add them in the account first.',
	);
}
