import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { MatchKey } from '../../shared/matchKey';
import { shown } from '../../shared/shown';
import { at, recordsAt } from '../../shared/wire';
import { STAGE_LOST, STAGE_WON } from '../model';
import { phoneDigits, phoneIdentity, samePhone, searchDigits } from './phone';

/** Digits of a bucket: numbers that may be the same phone end alike. */
const BUCKET_DIGITS = 9;
const CLOSED = new Set([STAGE_WON, STAGE_LOST]);

/** A phone: asked for as given, then by its last ten digits, compared by digits. */
export function phoneKey(phone: string): MatchKey {
	const digits = phoneDigits(phone);
	if (digits === '') {
		throw new InvalidValue(`'Value to Match' is not a phone number: ${phone}`, 'Enter digits.');
	}
	const texts = new Set([phone, searchDigits(phone) ?? phone]);
	return {
		id: `phone ${phoneIdentity(phone)}`,
		label: `phone ${phone}`,
		lookups: [...texts].map((text) => ({ query: text })),
		matches: (entity) => codedValues(entity, 'PHONE').some((stored) => samePhone(stored, phone)),
		index: { name: 'phone', bucketsOf: phoneBuckets, bucket: phoneBucket(phone) },
		example: { custom_fields_values: [{ field_code: 'PHONE', values: [{ value: phone }] }] },
	};
}

function phoneBuckets(entity: IDataObject): string[] {
	return [...new Set(codedValues(entity, 'PHONE').map(phoneBucket))];
}

function phoneBucket(phone: string): string {
	return phoneDigits(phone).slice(-BUCKET_DIGITS);
}

/** An e-mail address, compared without regard to letter case. */
export function emailKey(email: string): MatchKey {
	const wanted = comparable(email);
	return {
		id: `email ${wanted}`,
		label: `email ${wanted}`,
		lookups: [{ query: email.trim() }],
		matches: (entity) => emailBuckets(entity).includes(wanted),
		index: { name: 'email', bucketsOf: emailBuckets, bucket: wanted },
	};
}

function emailBuckets(entity: IDataObject): string[] {
	return [...new Set(codedValues(entity, 'EMAIL').map(comparable))];
}

/** A name, compared without regard to letter case and repeated spaces. */
export function nameKey(name: string): MatchKey {
	const wanted = comparable(name);
	// stored with its spaces as given, it may not be found by single ones
	const texts = new Set([name.trim(), singleSpaced(name)]);
	return {
		id: `name ${wanted}`,
		label: `name "${name}"`,
		lookups: [...texts].map((text) => ({ query: text })),
		matches: (entity) => comparable(shown(entity.name)) === wanted,
		index: {
			name: 'name',
			bucketsOf: (entity) => [comparable(shown(entity.name))],
			bucket: wanted,
		},
	};
}

/** A record by its number. */
export function idKey(id: number): MatchKey {
	return {
		id: `id ${id}`,
		label: `ID ${id}`,
		lookups: [],
		matches: (entity) => Number(entity.id) === id,
		index: null,
		ids: [id],
	};
}

/** The open lead of a contact: neither won nor lost (fact sheet §4.4, `with=leads`). */
export function openLeadKey(contactId: number): MatchKey {
	return {
		id: `contact ${contactId}`,
		label: `an open lead of the contact ${contactId}`,
		lookups: [],
		matches: ({ status_id, is_deleted }) => !CLOSED.has(Number(status_id)) && is_deleted !== true,
		index: null,
		card: {
			id: contactId,
			path: '/api/v4/contacts',
			root: '_embedded.contacts',
			query: { with: 'leads' },
			idsOf: (contact) => recordsAt(at(contact, '_embedded.leads'), '').map(({ id }) => Number(id)),
			missing: () =>
				new InvalidValue(
					`'Value to Match' names no contact: ${contactId}`,
					'It may have been deleted, or belong to another account.',
				),
		},
	};
}

/** Every record the API's own fuzzy search gives. */
export function queryKey(query: string): MatchKey {
	return {
		id: `query ${query}`,
		label: `"${query}"`,
		lookups: [{ query }],
		matches: () => true,
		index: null,
	};
}

function codedValues(entity: IDataObject, code: string): string[] {
	return recordsAt(entity.custom_fields_values, '')
		.filter(({ field_code }) => field_code === code)
		.flatMap(({ values }) => recordsAt(values, '').map(({ value }) => shown(value)));
}

function comparable(text: string): string {
	return singleSpaced(text).toLowerCase();
}

function singleSpaced(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}
