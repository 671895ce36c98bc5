import { decodePart, rawFormPairs } from '../../../shared/formText';
import { knownNameAtEnd } from './fieldKinds';
import { readStrictJson } from './looseJson';
import type { LooseValue } from './looseValue';

/** A value with the names that lead to it: `contact_info[contact_id]=5` has two. */
export interface FormField {
	path: string[];
	value: LooseValue;
}

/**
 * The fields of a form body or a query. A template may lack the `&` between two of its parameters
 * (`communication_number=1employee_full_name=…`): values are percent-encoded, so that a bare `=` in
 * one gives the next parameter away.
 * @see fact sheet §D.1
 */
export function readFormFields(text: string): { fields: FormField[]; repaired: boolean } {
	const fields: FormField[] = [];
	let repaired = false;
	for (const [rawKey, rawValue] of rawFormPairs(text)) {
		if (rawKey === '' && rawValue === '') continue;
		const parts = separated(rawKey, rawValue);
		repaired ||= parts.length > 1;
		for (const [key, value] of parts) {
			fields.push({ path: pathOf(decodePart(key)), value: formValue(decodePart(value)) });
		}
	}
	return { fields, repaired };
}

function separated(rawKey: string, rawValue: string): Array<[key: string, value: string]> {
	if (!rawValue.includes('=')) return [[rawKey, rawValue]];
	const parts: Array<[string, string]> = [];
	let key = rawKey;
	let pieces: string[] = [];
	for (const piece of rawValue.split('=')) {
		const glued = knownNameAtEnd(pieces.at(-1) ?? '');
		if (glued !== null) {
			parts.push([key, pieces.join('=').slice(0, -glued.length)]);
			[key, pieces] = [glued, []];
		}
		pieces.push(piece);
	}
	return [...parts, [key, pieces.join('=')]];
}

/** `a[b][c]` → a, b, c; a key with odd brackets is a name as it stands. */
function pathOf(key: string): string[] {
	if (!/^[^[\]]{1,200}(?:\[[^[\]]{0,200}\]){1,20}$/.test(key)) return [key];
	return key.replaceAll(']', '').split('[');
}

/** Values stand JSON-encoded in a template; where they do not, they are texts. */
function formValue(text: string): LooseValue {
	const trimmed = text.trim();
	if (trimmed === 'null') return null;
	if (!/^["[{]/.test(trimmed)) return text;
	return readStrictJson(trimmed) ?? text;
}
