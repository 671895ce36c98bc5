import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import type { KindName } from '../kinds';

/** One of `keys` has to be filled (fact sheet §6). */
interface Requirement {
	keys: string[];
	message: string;
	remedy?: string;
}

const NAME: Requirement = { keys: ['name'], message: "'Name' is empty" };

const REQUIRED: Partial<Record<KindName, Requirement[]>> = {
	contact: [
		{
			keys: ['fn', 'ln'],
			message: "'First Name' and 'Last Name' are both empty",
			remedy: 'Fill in one of them, or check the expressions.',
		},
	],
	company: [{ keys: ['cn'], message: "'Name' is empty" }],
	opportunity: [NAME],
	case: [NAME],
	note: [{ keys: ['desc'], message: "'Text' is empty" }],
	comment: [{ keys: ['comment'], message: "'Text' is empty" }],
	customfield: [NAME],
	folder: [NAME],
	file: [NAME],
	linkedfile: [NAME],
};

/** Throws InvalidValue for a new record that the API would refuse for what is missing. */
export function checkRequired(kind: KindName, record: IDataObject): void {
	for (const { keys, ...refusal } of REQUIRED[kind] ?? []) {
		if (areBlank(record, keys)) throw missing(refusal);
	}
	if (kind === 'customfield') checkOptions(record);
}

/**
 * Throws InvalidValue for an update that empties what its kind requires. What was empty before is
 * no matter of the update: a note that came in by email may have no text.
 * @param complete the record as it will be stored, where that is known
 */
export function checkStillFilled(
	kind: KindName,
	changes: IDataObject,
	complete?: IDataObject,
): void {
	const record = complete ?? changes;
	for (const { keys, ...refusal } of REQUIRED[kind] ?? []) {
		const touched = keys.filter((key) => key in changes);
		const isKnown = complete !== undefined || touched.length === keys.length;
		if (touched.length > 0 && isKnown && areBlank(record, keys)) throw missing(refusal);
	}
	const isAboutOptions = 'values' in changes || (complete !== undefined && 'elemType' in changes);
	if (kind === 'customfield' && isAboutOptions) checkOptions(record);
}

const areBlank = (record: IDataObject, keys: string[]): boolean =>
	keys.every((key) => isBlank(record[key]));

function missing({ message, remedy }: Omit<Requirement, 'keys'>): InvalidValue {
	return new InvalidValue(message, remedy ?? 'Fill it in, or check the expression.');
}

/** §6.8: a select field has at least one option. */
function checkOptions({ elemType, values }: IDataObject): void {
	if (elemType !== 'select' || (Array.isArray(values) && values.length > 0)) return;
	throw new InvalidValue("'Options' is empty", 'A select field needs at least one option.');
}

/** What the vendor's client sends with every new record of a kind (§6.1, §6.2). */
export function withDefaults(kind: KindName, record: IDataObject): IDataObject {
	if (kind === 'contact') return { ...record, is_company: false };
	if (kind === 'company') return { ...record, is_company: true };
	return record;
}
