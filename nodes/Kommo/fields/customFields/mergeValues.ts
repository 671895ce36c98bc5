import isEqual from 'lodash/isEqual';
import isMatch from 'lodash/isMatch';

import type { CustomFieldRead, CustomFieldValue } from '../../model';
import { isMultiValue, writable } from './fieldTypes';
import { isRecord } from './isRecord';

export { isMultiValue } from './fieldTypes';

/** Whether the stored value `a` is the one that `b` names. */
type SameValue = (a: CustomFieldValue, b: CustomFieldValue, fieldCode: string | null) => boolean;

const SAME: Readonly<Record<string, SameValue>> = {
	multitext: (a, b, code) => contactKey(a['value'], code) === contactKey(b['value'], code),
	items: (a, b) => isRecord(a['value']) && isRecord(b['value']) && isMatch(a['value'], b['value']),
};

/**
 * The list to write so that `wanted` is added to, or removed from, what the field holds now: the
 * API replaces the whole list (§4.13). Phones are compared by their digits, e-mails without case,
 * options by id, rows of items by the keys that `wanted` gives. A value that is there already is
 * kept as it is stored, with its kind. Fields with one value: "add" replaces it.
 * @returns null when nothing is left, which clears the field
 */
export function mergeValues(
	type: string,
	current: CustomFieldRead | undefined,
	wanted: CustomFieldValue[],
	mode: 'add' | 'remove',
): CustomFieldValue[] | null {
	const same = SAME[type] ?? isEqual;
	const code = current?.field_code ?? null;
	const stored = (current?.values ?? []).map((item) => writable(type, item));
	const asked = wanted.map((item) => writable(type, item));
	if (mode === 'remove') {
		return orNull(stored.filter((item) => !asked.some((gone) => same(item, gone, code))));
	}
	if (!isMultiValue(type)) return orNull(asked);
	const merged = [...stored];
	for (const item of asked) {
		if (!merged.some((present) => same(present, item, code))) merged.push(item);
	}
	return orNull(merged);
}

function orNull(values: CustomFieldValue[]): CustomFieldValue[] | null {
	return values.length > 0 ? values : null;
}

/** Digits of a phone, else the text without case and outer spaces. */
function contactKey(value: unknown, fieldCode: string | null): string {
	const text = String(value).trim().toLowerCase();
	const digits = text.replace(/\D/g, '');
	const isPhone = fieldCode === 'PHONE' || (fieldCode === null && /^\+?[\d\s().-]{5,}$/.test(text));
	return isPhone && digits !== '' ? digits : text;
}
