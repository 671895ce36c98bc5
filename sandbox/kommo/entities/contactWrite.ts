/** Creating and changing contacts and companies (§4.4, §4.5). */
import type { Call } from '../call';
import { FieldReader } from '../fieldReader';
import type { StoredCompany, StoredContact, StoredEntity } from '../model';
import { entityChange } from '../webhooks/entityChanges';
import { createCommon, readCommon, updateCommon, type Element } from './write';

interface PersonName {
	first_name?: string;
	last_name?: string;
}

export function planNewContact(call: Call, element: Element): () => StoredContact {
	const common = readCommon(call, 'contacts', element, ['first_name', 'last_name']);
	const person = readPersonName(element);
	const isNameless = !common.name && !person.first_name && !person.last_name;
	if (isNameless && call.switches.emptyContact === 'reject') {
		element.errors.blank(`${element.prefix}name`);
	}
	return () => {
		const contact: StoredContact = {
			...createCommon(call, 'contacts', common),
			first_name: person.first_name ?? '',
			last_name: person.last_name ?? '',
		};
		if (common.name === undefined) contact.name = displayName(call, contact);
		call.store.contacts.set(contact.id, contact);
		return contact;
	};
}

export function planContactUpdate(
	call: Call,
	contact: StoredContact,
	element: Element,
): () => StoredContact {
	const common = readCommon(call, 'contacts', element, ['first_name', 'last_name']);
	const person = readPersonName(element);
	return () => {
		const before = { ...contact };
		updateCommon(call, 'contacts', contact, common);
		contact.first_name = person.first_name ?? contact.first_name;
		contact.last_name = person.last_name ?? contact.last_name;
		const renamed = person.first_name !== undefined || person.last_name !== undefined;
		if (common.name === undefined && renamed) contact.name = displayName(call, contact);
		announceUpdate(call, 'contacts', before, contact);
		return contact;
	};
}

export function planNewCompany(call: Call, element: Element): () => StoredCompany {
	const common = readCommon(call, 'companies', element);
	return () => {
		const company = createCommon(call, 'companies', common);
		call.store.companies.set(company.id, company);
		return company;
	};
}

export function planCompanyUpdate(
	call: Call,
	company: StoredCompany,
	element: Element,
): () => StoredCompany {
	const common = readCommon(call, 'companies', element);
	return () => {
		const before = { ...company };
		updateCommon(call, 'companies', company, common);
		announceUpdate(call, 'companies', before, company);
		return company;
	};
}

function announceUpdate(
	call: Call,
	type: 'contacts' | 'companies',
	before: StoredEntity,
	entity: StoredEntity,
): void {
	if (before.responsible_user_id !== entity.responsible_user_id) {
		const old = { old_responsible_user_id: before.responsible_user_id };
		call.changes.push(entityChange(call, type, 'responsible', entity, old));
	}
	call.changes.push(entityChange(call, type, 'update', entity));
}

function readPersonName({ data, errors, prefix }: Element): PersonName {
	const reader = new FieldReader(data, errors, prefix);
	return { first_name: reader.text('first_name'), last_name: reader.text('last_name') };
}

// 1 = first name first (§4.17 contact_name_display_order)
function displayName(call: Call, contact: StoredContact): string {
	const parts = [contact.first_name, contact.last_name];
	if (call.store.info.contact_name_display_order !== 1) parts.reverse();
	return parts.filter((part) => part !== '').join(' ');
}
