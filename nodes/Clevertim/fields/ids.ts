import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { kindOf, type KindName } from '../kinds';
import type { ClevertimRow } from './clevertimField';
import { listOf } from './values';

/**
 * A positive whole number, given as number, digits, or a resource locator. Throws InvalidValue
 * naming the field.
 */
export function toId(value: unknown, label: string): number {
	const given = filled(value, label);
	const id = wholeNumber(given);
	if (id !== null && id > 0) return id;
	throw new InvalidValue(`'${label}' is not an ID: ${shown(given)}`, 'Enter a whole number.');
}

/** Ids of folders are texts such as `f1001` (fact sheet §6.10). */
export function toFolderId(value: unknown, label: string): string {
	const given = shown(filled(value, label)).trim();
	if (/^f\d+$/.test(given)) return given;
	throw new InvalidValue(
		`'${label}' is not the ID of a folder: ${given}`,
		'IDs of folders are an f and a number, e.g. f1001.',
	);
}

/** The number behind `7` or `"7"`, null for anything else. */
export function wholeNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
	if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value.trim())) return null;
	return Number(value);
}

/** A list of ids: array, one id, or digits separated by commas. */
export const toIds = (value: unknown, label: string): number[] =>
	listOf(value).map((one) => toId(one, label));

/**
 * Holds an id against the account before anything is sent, unless the user switched that off: an
 * id alone does not say whether it is a contact's or a company's (fact sheet §7, §11).
 */
export async function checkReference(
	kind: KindName,
	id: number | string,
	label: string,
	row: ClevertimRow,
): Promise<void> {
	if (row.parameter('options.checkReferences') === false) return;
	if (await row.session.collections.find(kind, String(id))) return;
	const { noun } = kindOf(kind);
	throw new InvalidValue(
		`'${label}' does not exist: no ${noun} has the ID ${id}`,
		kind === 'contact' || kind === 'company'
			? 'It may be deleted or hidden from the user of the API key. IDs of contacts and companies can be the same: check which of the two is chosen.'
			: 'It may be deleted or hidden from the user of the API key.',
	);
}

function filled(value: unknown, label: string): unknown {
	const given = isLocator(value) ? value.value : value;
	if (!isBlank(given)) return given;
	throw new InvalidValue(
		`'${label}' is empty`,
		'Enter an ID, or check the expression: it gave nothing for this item.',
	);
}
