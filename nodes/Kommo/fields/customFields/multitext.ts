import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldDefinition, CustomFieldValue } from '../../model';
import { isRecord } from './isRecord';
import { nearest, quoted } from './nearest';
import { parseJson } from './parseJson';
import type { ValueContext } from './valueContext';

interface Kind {
	id?: number;
	code: string;
	text: string;
}

/** Kinds of the predefined fields (§4.13), for definitions without a list of their own. */
const PREDEFINED_KINDS: Readonly<Record<string, readonly string[]>> = {
	PHONE: ['WORK', 'WORKDD', 'MOB', 'FAX', 'HOME', 'OTHER'],
	EMAIL: ['WORK', 'PRIV', 'OTHER'],
};
const DEFAULT_KIND = 'WORK';

/**
 * Phones, e-mails or messengers as `{ value, enum_code }` (§4.13). Takes one text with values
 * separated by new lines, commas or semicolons, a number, `{ value, kind | enum_code | enum_id }`,
 * or a list of these. The kind is the value's own, else the form's, else WORK. Values that do not
 * look like a phone or e-mail are warned about and sent.
 * @throws InvalidValue for an unknown kind, or when no value is left
 */
export function multitextValues(
	field: CustomFieldDefinition,
	value: unknown,
	context: ValueContext,
): CustomFieldValue[] {
	const given = parseJson(value, field.name);
	const values = (Array.isArray(given) ? given : split(given)).flatMap((one: unknown) =>
		oneValue(field, one, context),
	);
	if (values.length > 0) return values;
	throw new InvalidValue(
		`'${field.name}' holds no value`,
		'Give at least one, or clear the field.',
	);
}

function split(value: unknown): unknown[] {
	return typeof value === 'string' ? value.split(/[\r\n,;]+/) : [value];
}

function oneValue(
	field: CustomFieldDefinition,
	given: unknown,
	context: ValueContext,
): CustomFieldValue[] {
	const record = isRecord(given) ? given : { value: given };
	const text = textOf(field, record['value']);
	if (text === '') return [];
	warnIfOdd(field, text, context);
	const kind = record['kind'] ?? record['enum_code'] ?? record['enum_id'] ?? context.kind;
	return [{ value: text, ...kindKey(field, kind) }];
}

function textOf(field: CustomFieldDefinition, value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (value === null) return '';
	throw new InvalidValue(
		`'${field.name}' takes texts or objects with "value" and "kind"`,
		'For example: [{ "value": "+15550100", "kind": "MOB" }].',
	);
}

/** The key that tells the kind; none for a field without known kinds (the API then decides). */
function kindKey(field: CustomFieldDefinition, wanted: unknown): CustomFieldValue {
	const kinds = kindsOf(field);
	if (wanted === undefined || wanted === null || wanted === '') {
		const standard = kinds.find((kind) => kind.code === DEFAULT_KIND) ?? kinds[0];
		return standard === undefined ? {} : { enum_code: standard.code };
	}
	// anything but text and numbers is no kind, and is refused below by this name
	const text =
		typeof wanted === 'string' || typeof wanted === 'number'
			? String(wanted).trim()
			: typeof wanted;
	const found = kinds.find(
		(kind) => same(kind.code, text) || same(kind.text, text) || String(kind.id) === text,
	);
	if (found !== undefined) return { enum_code: found.code };
	if (/^\d+$/.test(text) && kinds.every((kind) => kind.id === undefined)) {
		return { enum_id: Number(text) };
	}
	if (kinds.length === 0) return { enum_code: text };
	const codes = kinds.map((kind) => kind.code);
	throw new InvalidValue(
		`'${field.name}' has no kind "${text}"`,
		`Kinds like it: ${quoted(nearest(text, codes))}. All of them: ${codes.join(', ')}.`,
	);
}

function kindsOf(field: CustomFieldDefinition): Kind[] {
	const enums = Object.values(field.enums ?? {});
	if (enums.length === 0) {
		const codes = PREDEFINED_KINDS[field.code ?? ''] ?? [];
		return codes.map((code) => ({ code, text: code }));
	}
	return enums.map(({ id, value, code }) => ({ id, code: code ?? value, text: value }));
}

function same(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

function warnIfOdd(field: CustomFieldDefinition, text: string, context: ValueContext): void {
	if (field.code === 'PHONE' && !isPhone(text)) {
		context.warn(`'${field.name}': "${text}" does not look like a phone number, sent as it is`);
	}
	if (field.code === 'EMAIL' && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/.test(text)) {
		context.warn(`'${field.name}': "${text}" does not look like an email address, sent as it is`);
	}
}

/** 5 to 15 digits with the usual signs between them, and perhaps an extension after a word. */
function isPhone(text: string): boolean {
	const [number = ''] = text.split(/(?:ext|доб|x|#)/i);
	const digits = number.replace(/\D/g, '').length;
	return /^\+?[\d\s().\-/]+$/.test(number) && digits >= 5 && digits <= 15;
}
