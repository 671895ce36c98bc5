import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { contactName, kindOf, type KindName } from '../kinds';
import { valuesOf, digitsOf } from './localQuery';

/** What tells that a record is the one to update. */
export type MatchBy = 'email' | 'phone' | 'name' | 'nameAndCustomer' | 'id';

interface Matcher {
	/** The form's words for it, in messages. */
	label: string;
	/** What the form lacks. */
	missing: string;
	/** Where the form asks for it. */
	remedy?: string;
	/** What two records have in common when they match; nothing: it cannot be told. */
	keys: (record: IDataObject) => string[];
}

const lower = (text: string): string => text.trim().toLowerCase();

const MATCHERS: Readonly<Record<Exclude<MatchBy, 'id'>, Matcher>> = {
	email: {
		label: 'email',
		missing: "'Emails' is empty, so there is nothing to match by",
		remedy: "Add 'Emails' under 'Additional Fields', or match by something else.",
		keys: ({ email }) => valuesOf(email, 'text').map(lower),
	},
	phone: {
		label: 'phone number',
		missing: "'Phones' is empty, so there is nothing to match by",
		remedy: "Add 'Phones' under 'Additional Fields', or match by something else.",
		keys: ({ phones }) =>
			valuesOf(phones, 'phone')
				.map(digitsOf)
				.filter((digits) => digits !== ''),
	},
	name: {
		label: 'name',
		missing: 'The name is empty, so there is nothing to match by',
		keys: (record) => [lower(nameOfRecord(record))].filter((name) => name !== ''),
	},
	nameAndCustomer: {
		label: 'name and customer',
		missing: "'Name' or 'Customer' is empty, so there is nothing to match by",
		keys: ({ name, cust }) => {
			const own = lower(shown(name));
			// a reference may be read as a list, as those of notes are (§6.6)
			const customers = own === '' ? [] : valuesOf(cust, 'id');
			return customers.map((customer) => `${customer} ${own}`);
		},
	},
};

const nameOfRecord = (record: IDataObject): string =>
	shown(record.cn ?? record.name) || contactName(record);

/**
 * The stored record that has an email, phone number, name … in common with the values to write;
 * null when there is none. Throws InvalidValue when several have, naming their ids.
 */
export function matching(
	name: KindName,
	by: Exclude<MatchBy, 'id'>,
	values: IDataObject,
	records: IDataObject[],
): IDataObject | null {
	const { label, keys } = MATCHERS[by];
	const wanted = requireKeys(by, values);
	const found = records.filter(
		(record) => record.is_deleted !== true && keys(record).some((key) => wanted.includes(key)),
	);
	const [only = null, ...more] = found;
	if (more.length === 0) return only;
	const ids = found.map((record) => shown(record.id));
	throw new InvalidValue(
		`Several ${kindOf(name).plural} have this ${label}: IDs ${ids.slice(0, 10).join(', ')}`,
		"Merge them in Clevertim, match by something else, or set 'Match By' to ID.",
	);
}

/** What the values can be found by; throws InvalidValue when they hold nothing of it. */
export function requireKeys(by: Exclude<MatchBy, 'id'>, values: IDataObject): string[] {
	const { keys, missing, remedy = 'Fill it in, or match by something else.' } = MATCHERS[by];
	const wanted = keys(values);
	if (wanted.length > 0) return wanted;
	throw new InvalidValue(missing, remedy);
}
