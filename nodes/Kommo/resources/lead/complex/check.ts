import type { IDataObject } from 'n8n-workflow';

import { systemClock } from '../../../../shared/clock';
import { InvalidValue } from '../../../../shared/invalidValue';
import { shown } from '../../../../shared/shown';
import { at, isRecord, recordsAt } from '../../../../shared/wire';
import { ADDRESS_PARTS } from '../../../fields/customFields/fieldTypes';
import { refuseRepeatedFields } from '../../../fields/customFieldValues';
import type { KommoRow } from '../../../fields/kommoField';

/** Custom fields of one entity in this request (fact sheet §2.2). */
const MOST_FIELDS = 40;

const PARTS = [
	{ label: 'Contact', name: 'contact', key: 'contacts' },
	{ label: 'Company', name: 'company', key: 'companies' },
];

/** Last look at a lead with its contact and company. */
export function checkComplex(body: IDataObject, row: KommoRow): void {
	checkFields(body, 'The lead', row);
	for (const { label, name, key } of PARTS) {
		const [part] = recordsAt(body, `_embedded.${key}`);
		if (part) checkFields(part, `'${label}'`, row);
		// the default wants a contact, but an item may know none
		else if (row.parameter(`${name}Mode`) === 'new') {
			throw new InvalidValue(
				`'Linked ${label}' is new, but nothing is known of it`,
				`Fill a field of the ${name}, or set 'Linked ${label}' to None.`,
			);
		}
	}
	const metadata = at(body, '_embedded.metadata');
	if (isRecord(metadata) && metadata.category === 'forms') {
		// the official client always sends it (fact sheet §4.3)
		metadata.form_sent_at ??= Math.floor(systemClock.now() / 1000);
	}
}

function checkFields(body: IDataObject, whose: string, row: KommoRow): void {
	refuseRepeatedFields(body, row);
	const count = recordsAt(body, 'custom_fields_values').length;
	if (count <= MOST_FIELDS) return;
	throw new InvalidValue(
		`${whose} has ${count} custom fields, more than the ${MOST_FIELDS} this request takes`,
		'Write the others with an update afterwards.',
	);
}

/**
 * Phones and e-mails of the new contact and company. Duplicate control compares with stored data
 * only, not with other rows of the request (fact sheet §4.1): rows that share one are kept apart.
 */
export function contactPoints(body: IDataObject): string[] {
	return PARTS.flatMap(({ key }) =>
		recordsAt(body, `_embedded.${key}`)
			.flatMap((part) => recordsAt(part.custom_fields_values, ''))
			.flatMap(({ values }) => recordsAt(values, ''))
			.filter(({ enum_code: kind }) => kind !== undefined && !isAddressPart(kind))
			.map(({ value }) => `${key} ${comparable(shown(value))}`),
	);
}

/** Addresses have a kind as well; people of one city are not doubles of each other. */
function isAddressPart(kind: unknown): boolean {
	return ADDRESS_PARTS.some((part) => part === kind);
}

/** A phone by its last ten digits, whatever its country code; anything else without letter case. */
function comparable(text: string): string {
	const digits = text.replace(/\D/g, '');
	return digits.length >= 5 && !text.includes('@') ? digits.slice(-10) : text.trim().toLowerCase();
}
