/** Leads, contacts, companies, tasks, notes and links of a seed. */
import { link } from '../entities/links';
import { ensureTag } from '../entities/tags';
import type { EntityType, FieldValue, StoredEntity } from '../model';
import type { AccountStore } from '../store';
import type { SeedCompany, SeedContact, SeedData, SeedLead, SeedNote, SeedTask } from './data';
import { fieldId } from './fields';
import { seedDate } from './index';

const day = 86_400;
const hour = 3600;

export function seedEntities(store: AccountStore, seed: SeedData): void {
	const users = seed.users.map((u) => u.id);
	const companies = seed.companies.map((c, i) => addCompany(store, c, i, users));
	const contacts = seed.contacts.map((c, i) => addContact(store, c, i, users, companies));
	const leads = seed.leads.map((l, i) => addLead(store, l, i, users, contacts, companies));
	seed.tasks.forEach((t, i) => addTask(store, t, i, users[0] ?? 0, leads, contacts));
	seed.notes.forEach((n, i) => addNote(store, n, i, users[0] ?? 0, { leads, contacts, companies }));
}

function base(
	store: AccountStore,
	type: EntityType,
	name: string,
	index: number,
	owner: number,
	tags: string[] = [],
): StoredEntity {
	const created = seedDate - (40 - index) * day;
	return {
		id: store.nextId(type),
		name,
		responsible_user_id: owner,
		created_by: owner,
		updated_by: owner,
		created_at: created,
		updated_at: created + hour,
		is_deleted: false,
		values: new Map(),
		tags: tags.map((tag) => ensureTag(store, type, tag).id),
	};
}

function setValue(
	store: AccountStore,
	entity: StoredEntity,
	field: number,
	values: FieldValue[],
): void {
	entity.values.set(store.idBase + field, values);
}

/** Value of a select, by the option's index. */
function option(store: AccountStore, field: number, index: number): FieldValue {
	const found = store.customFields.get(store.idBase + field)?.enums?.[index];
	return { value: found?.value, enum_id: found?.id, enum_code: found?.code ?? null };
}

function multitext(store: AccountStore, field: number, value: string): FieldValue {
	return { ...option(store, field, 0), value };
}

function addCompany(store: AccountStore, c: SeedCompany, index: number, users: number[]): number {
	const company = base(store, 'companies', c.name, index, users[0] ?? 0, c.tags);
	if (c.phone)
		setValue(store, company, fieldId.companyPhone, [
			multitext(store, fieldId.companyPhone, c.phone),
		]);
	if (c.web) setValue(store, company, fieldId.companyWeb, [{ value: c.web }]);
	if (c.legalName) {
		setValue(store, company, fieldId.legal, [
			{ value: { name: c.legalName, entity_type: 2, vat_id: '7700000000' } },
		]);
	}
	store.companies.set(company.id, company);
	return company.id;
}

function addContact(
	store: AccountStore,
	c: SeedContact,
	index: number,
	users: number[],
	companies: number[],
): number {
	const contact = {
		...base(store, 'contacts', `${c.first} ${c.last}`, index, users[index % 2] ?? 0, c.tags),
		first_name: c.first,
		last_name: c.last,
	};
	if (c.phone) setValue(store, contact, fieldId.phone, [multitext(store, fieldId.phone, c.phone)]);
	if (c.email) setValue(store, contact, fieldId.email, [multitext(store, fieldId.email, c.email)]);
	if (c.position) setValue(store, contact, fieldId.position, [{ value: c.position }]);
	if (c.telegram) setValue(store, contact, fieldId.telegram, [{ value: c.telegram }]);
	if (c.birthday)
		setValue(store, contact, fieldId.birthday, [{ value: Date.parse(c.birthday) / 1000 }]);
	store.contacts.set(contact.id, contact);
	const company = companies[c.company ?? -1];
	if (company !== undefined) {
		link(store, { type: 'contacts', id: contact.id }, { type: 'companies', id: company });
	}
	return contact.id;
}

function addLead(
	store: AccountStore,
	l: SeedLead,
	index: number,
	users: number[],
	contacts: number[],
	companies: number[],
): number {
	const isClosed = l.status === 142 || l.status === 143;
	const common = base(store, 'leads', l.name, index, users[l.owner ?? 0] ?? 0, l.tags);
	const lead = {
		...common,
		price: l.price,
		pipeline_id: l.pipeline,
		status_id: l.status,
		loss_reason_id: l.lossReason === undefined ? null : store.idBase + 71 + l.lossReason,
		closed_at: isClosed ? common.updated_at : null,
		source_id: null,
		visitor_uid: null,
		is_deleted: l.deleted ?? false,
	};
	if (l.channel !== undefined)
		setValue(store, lead, fieldId.channel, [option(store, fieldId.channel, l.channel)]);
	if (l.interests) {
		setValue(
			store,
			lead,
			fieldId.interests,
			l.interests.map((i) => option(store, fieldId.interests, i)),
		);
	}
	if (l.hours) setValue(store, lead, fieldId.budgetHours, [{ value: l.hours }]);
	if (l.urgent) setValue(store, lead, fieldId.isUrgent, [{ value: true }]);
	if (l.visit) setValue(store, lead, fieldId.visit, [{ value: Date.parse(l.visit) / 1000 }]);
	if (l.utm) setValue(store, lead, fieldId.utmSource, [{ value: l.utm }]);
	store.leads.set(lead.id, lead);
	for (const i of l.contacts ?? []) {
		const id = contacts[i];
		if (id !== undefined) link(store, { type: 'leads', id: lead.id }, { type: 'contacts', id });
	}
	const company = companies[l.company ?? -1];
	if (company !== undefined)
		link(store, { type: 'leads', id: lead.id }, { type: 'companies', id: company });
	return lead.id;
}

function addTask(
	store: AccountStore,
	t: SeedTask,
	index: number,
	user: number,
	leads: number[],
	contacts: number[],
): void {
	const id = store.nextId('tasks');
	const lead = leads[t.lead ?? -1];
	const contact = contacts[t.contact ?? -1];
	const created = seedDate - (10 - index) * day;
	store.tasks.set(id, {
		id,
		text: t.text,
		task_type_id: t.type ?? 1,
		entity_id: lead ?? contact ?? null,
		entity_type: lead !== undefined ? 'leads' : contact !== undefined ? 'contacts' : null,
		complete_till: seedDate + t.due * day,
		duration: 0,
		is_completed: t.done !== undefined,
		result: t.done === undefined ? null : { text: t.done },
		responsible_user_id: user,
		created_by: user,
		updated_by: user,
		created_at: created,
		updated_at: created,
	});
}

function addNote(
	store: AccountStore,
	n: SeedNote,
	index: number,
	user: number,
	ids: Record<EntityType, number[]>,
): void {
	const id = store.nextId('notes');
	const type = n.lead !== undefined ? 'leads' : n.contact !== undefined ? 'contacts' : 'companies';
	const created = seedDate - (8 - index) * day;
	store.notes.set(id, {
		id,
		entity_type: type,
		entity_id: ids[type][n.lead ?? n.contact ?? n.company ?? 0] ?? 0,
		note_type: n.type,
		params: n.params,
		is_pinned: false,
		responsible_user_id: user,
		created_by: user,
		updated_by: user,
		created_at: created,
		updated_at: created,
	});
}
