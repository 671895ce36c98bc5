import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import type { KindName } from '../kinds';

/** One of `keys` has to be filled (fact sheet §6). */
interface Requirement {
	keys: string[];
	message: string;
}

const NAME: Requirement = { keys: ['name'], message: "'Name' is empty" };

const REQUIRED: Partial<Record<KindName, Requirement[]>> = {
	contact: [{ keys: ['fn', 'ln'], message: "'First Name' and 'Last Name' are both empty" }],
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

/** Throws InvalidValue for a record that the API would refuse for what is missing. */
export function checkRequired(kind: KindName, record: IDataObject): void {
	for (const { keys, message } of REQUIRED[kind] ?? []) {
		if (keys.some((key) => !isBlank(record[key]))) continue;
		throw new InvalidValue(message, 'Fill it in, or check the expression.');
	}
	if (kind === 'note' && !isBlank(record.case) && !isBlank(record.opportunity)) {
		throw new InvalidValue(
			"'Case' and 'Opportunity' are both set",
			'A note belongs to a case or an opportunity, not to both.',
		);
	}
	if (kind !== 'customfield' || record.elemType !== 'select') return;
	if (Array.isArray(record.values) && record.values.length > 0) return;
	throw new InvalidValue("'Options' is empty", 'A select field needs at least one option.');
}

/** What the vendor's client sends with every new record of a kind (§6.1, §6.2). */
export function withDefaults(kind: KindName, record: IDataObject): IDataObject {
	if (kind === 'contact') return { ...record, is_company: false };
	if (kind === 'company') return { ...record, is_company: true };
	return record;
}
