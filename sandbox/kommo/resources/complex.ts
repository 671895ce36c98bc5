/** POST /leads/complex: a lead with its contact and company in one element (§4.1). */
import type { Answer, Call, Route } from '../call';
import { planNewCompany, planNewContact } from '../entities/contactWrite';
import { entityMap, liveEntity } from '../entities/kinds';
import { planNewLead } from '../entities/leadWrite';
import { link } from '../entities/links';
import { embeddedOf, type Element } from '../entities/write';
import { isInt, isRecord, type Json } from '../guards';
import type { StoredEntity, StoredLead } from '../model';
import { echoed, readRows, storeRows, type Row } from '../rows';
import type { Change } from '../webhooks/changes';
import { entityChange, toPhp } from '../webhooks/entityChanges';
import { asElement } from './entities';

/** Leads per request (§2.2). */
const maxLeads = 50;

export const complexRoutes: Route[] = [
	{ method: 'POST', path: '/leads/complex', handle: createComplex },
];

interface Created {
	id: number;
	contact_id: number | null;
	company_id: number | null;
	merged: boolean;
}

function createComplex(call: Call): Answer {
	const stored = storeRows(call, readRows(call, maxLeads), (row) => planOne(call, row));
	const shown = stored.slice(0, Math.max(0, stored.length - call.switches.omitRowInAnswer));
	return {
		status: 200,
		entities: stored.length,
		// a plain array; request_id is an array, too
		body: shown.map(({ row, value }) => ({
			...value,
			...(call.switches.echoRequestId ? { request_id: [echoed(call, row.requestId)] } : {}),
		})),
	};
}

function planOne(call: Call, row: Row): () => Created {
	const element = asElement(row);
	const embedded = embeddedOf(row.data, row.errors, '');
	const storeLead = planNewLead(call, element);
	checkFieldCount(row, row.data['custom_fields_values'], 'custom_fields_values');
	checkCategory(row, embedded['metadata']);
	const storeContact = planPart(call, row, 'contacts', embedded['contacts']);
	const storeCompany = planPart(call, row, 'companies', embedded['companies']);
	return () => {
		const contact = storeContact?.();
		const company = storeCompany?.();
		const lead = storeLead();
		const metadata = isRecord(embedded['metadata']) ? embedded['metadata'] : undefined;
		if (metadata) toIncoming(call, lead);
		const self = { type: 'leads' as const, id: lead.id };
		if (contact) link(call.store, self, { type: 'contacts', id: contact.entity.id }, true);
		if (company) link(call.store, self, { type: 'companies', id: company.entity.id });
		// only when both are new, they are linked to each other as well
		if (contact?.isNew && company?.isNew) {
			link(
				call.store,
				{ type: 'contacts', id: contact.entity.id },
				{ type: 'companies', id: company.entity.id },
			);
		}
		// an incoming lead is told as such, not as an added one (§7 no. 43)
		call.changes.push(
			metadata
				? incomingChange(call, lead, contact?.entity, metadata)
				: entityChange(call, 'leads', 'add', lead),
		);
		if (contact?.isNew) call.changes.push(entityChange(call, 'contacts', 'add', contact.entity));
		if (company?.isNew) call.changes.push(entityChange(call, 'companies', 'add', company.entity));
		return {
			id: lead.id,
			contact_id: contact?.entity.id ?? null,
			company_id: company?.entity.id ?? null,
			merged: contact?.merged === true || company?.merged === true,
		};
	};
}

/** Forms and calls only; mail and chats cannot be created (§4.3). */
function checkCategory(row: Row, metadata: unknown): void {
	const category = isRecord(metadata) ? metadata['category'] : undefined;
	if (category !== undefined && category !== 'forms' && category !== 'sip')
		row.errors.notSupported('_embedded.metadata.category');
}

/** With metadata the lead waits in its pipeline's stage for incoming leads (§4.3). */
function toIncoming(call: Call, lead: StoredLead): void {
	const stages = call.store.pipelines.get(lead.pipeline_id)?.statuses ?? [];
	const incoming = stages.find(({ type }) => type === 1);
	if (incoming) lead.status_id = incoming.id;
}

/** Delivery of an incoming lead from a form or a call (§5.4). */
function incomingChange(
	call: Call,
	lead: StoredLead,
	contact: StoredEntity | undefined,
	metadata: Json,
): Change {
	const { category = 'forms', ...source } = metadata;
	return {
		code: 'add_unsorted',
		group: 'unsorted',
		action: 'add',
		fields: {
			uid: `c0ffee${lead.id.toString(16).padStart(58, '0')}`,
			category: toPhp(category),
			source_data: toPhp(source),
			date_create: lead.created_at,
			data: {
				...(contact ? { contacts: [{ id: contact.id, name: contact.name }] } : {}),
				leads: [entityChange(call, 'leads', 'add', lead).fields],
			},
			pipeline_id: lead.pipeline_id,
			account_id: call.store.info.id,
			lead_id: lead.id,
			created_at: lead.created_at,
		},
	};
}

interface Part {
	entity: StoredEntity;
	isNew: boolean;
	/** Duplicate control took a stored one instead of a new one. */
	merged?: boolean;
}

/** `{ id }` of a stored entity, or a full model; at most one (§2.2). */
function planPart(
	call: Call,
	row: Row,
	type: 'contacts' | 'companies',
	list: unknown,
): (() => Part) | undefined {
	if (list === undefined || list === null) return undefined;
	const path = `_embedded.${type}`;
	if (!Array.isArray(list)) {
		row.errors.invalidType(path, 'array');
		return undefined;
	}
	if (list.length > 1) row.errors.tooMany(path, 1);
	const first: unknown = list[0];
	if (first === undefined) return undefined;
	if (!isRecord(first)) {
		row.errors.invalidType(`${path}.0`, 'array');
		return undefined;
	}
	const id = first['id'];
	if (id !== undefined) return existing(call, row, type, id, `${path}.0.id`);
	const element: Element = { data: first, errors: row.errors, prefix: `${path}.0.` };
	const store = type === 'contacts' ? planNewContact(call, element) : planNewCompany(call, element);
	checkFieldCount(row, first['custom_fields_values'], `${path}.0.custom_fields_values`);
	// compared before anything of this request is stored
	const twin = call.switches.duplicateControl === 'on' ? storedTwin(call, type, first) : undefined;
	if (twin) return () => ({ entity: twin, isNew: false, merged: true });
	return () => ({ entity: store(), isNew: true });
}

/** A stored entity with one of the phones or e-mails. */
function storedTwin(
	call: Call,
	type: 'contacts' | 'companies',
	model: Json,
): StoredEntity | undefined {
	const lists = model['custom_fields_values'];
	const definitions = [...call.store.customFields.values()].filter(
		(field) => field.entity_type === type && field.type === 'multitext',
	);
	const isContactPoint = (field: Json): boolean =>
		definitions.some(({ id, code }) => id === field['field_id'] || code === field['field_code']);
	const wanted = new Set(
		(Array.isArray(lists) ? lists.filter(isRecord).filter(isContactPoint) : [])
			.flatMap((field): unknown[] => (Array.isArray(field['values']) ? field['values'] : []))
			.flatMap((value) => (isRecord(value) ? [contactPoint(value['value'])] : [])),
	);
	return [...entityMap(call.store, type).values()].find((entity) =>
		definitions
			.flatMap(({ id }) => entity.values.get(id) ?? [])
			.some((value) => wanted.has(contactPoint(value['value']))),
	);
}

function contactPoint(value: unknown): string {
	const text = String(value).toLowerCase();
	return text.includes('@') ? text.trim() : text.replace(/\D/g, '');
}

function existing(
	call: Call,
	row: Row,
	type: 'contacts' | 'companies',
	id: unknown,
	path: string,
): (() => Part) | undefined {
	if (!isInt(id)) {
		row.errors.invalidType(path, 'int');
		return undefined;
	}
	const entity = liveEntity(call.store, type, id);
	if (!entity) {
		row.errors.notSupported(path);
		return undefined;
	}
	return () => ({ entity, isNew: false });
}

const maxFieldsPerEntity = 40;

function checkFieldCount(row: Row, list: unknown, path: string): void {
	if (Array.isArray(list) && list.length > maxFieldsPerEntity)
		row.errors.tooMany(path, maxFieldsPerEntity);
}
