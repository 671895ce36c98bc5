/** Entities as the API shows them (§4.1, §4.4, §4.5). */
import type { Call } from '../call';
import { readFieldValues } from '../fields/read';
import type { Json } from '../guards';
import { selfLink } from '../hal';
import type { EntityType, StoredCompany, StoredContact, StoredEntity, StoredLead } from '../model';
import { closestTaskAt, groupOf } from './kinds';
import { linkedIds, linksOf } from './links';

type With = ReadonlySet<string>;

export function leadToWire(call: Call, lead: StoredLead, include: With): Json {
	const { store, switches } = call;
	return {
		id: lead.id,
		name: lead.name,
		price: lead.price,
		responsible_user_id: lead.responsible_user_id,
		group_id: groupOf(store, lead.responsible_user_id),
		status_id: lead.status_id,
		pipeline_id: lead.pipeline_id,
		loss_reason_id: lead.loss_reason_id,
		...(include.has('source_id') ? { source_id: lead.source_id } : {}),
		created_by: lead.created_by,
		updated_by: lead.updated_by,
		created_at: lead.created_at,
		updated_at: lead.updated_at,
		closed_at: lead.closed_at,
		closest_task_at: closestTaskAt(store, 'leads', lead.id),
		is_deleted: lead.is_deleted,
		custom_fields_values: readFieldValues(store, lead, switches, true),
		score: null,
		account_id: store.info.id,
		labor_cost: null,
		is_price_computed: false,
		...(include.has('is_price_modified_by_robot') ? { is_price_modified_by_robot: false } : {}),
		_links: selfLink(call, `/leads/${lead.id}`),
		_embedded: leadEmbedded(call, lead, include),
	};
}

function leadEmbedded(call: Call, lead: StoredLead, include: With): Json {
	const embedded: Json = {
		tags: tagsOf(call, lead, true),
		companies: linked(call, 'leads', lead.id, 'companies'),
	};
	if (include.has('contacts')) embedded['contacts'] = linked(call, 'leads', lead.id, 'contacts');
	if (include.has('catalog_elements')) {
		embedded['catalog_elements'] = linkedElements(call, 'leads', lead.id);
	}
	if (include.has('loss_reason')) {
		const reason = call.store.lossReasons.get(lead.loss_reason_id ?? 0);
		if (reason) embedded['loss_reason'] = [{ ...reason }];
		else if (call.switches.emptyLossReason === 'emptyArray') embedded['loss_reason'] = [];
	}
	return embedded;
}

export function contactToWire(call: Call, contact: StoredContact, include: With): Json {
	const base = personOrCompany(call, 'contacts', contact);
	const { id, name, ...rest } = base;
	return {
		id,
		name,
		first_name: contact.first_name,
		last_name: contact.last_name,
		...rest,
		is_unsorted: false,
		custom_fields_values: readFieldValues(call.store, contact, call.switches, false),
		account_id: call.store.info.id,
		_links: selfLink(call, `/contacts/${contact.id}`),
		_embedded: {
			tags: tagsOf(call, contact, false),
			companies: linked(call, 'contacts', contact.id, 'companies'),
			...onDemand(call, 'contacts', contact.id, include, ['leads']),
		},
	};
}

export function companyToWire(call: Call, company: StoredCompany, include: With): Json {
	return {
		...personOrCompany(call, 'companies', company),
		custom_fields_values: readFieldValues(call.store, company, call.switches, false),
		account_id: call.store.info.id,
		_links: selfLink(call, `/companies/${company.id}`),
		_embedded: {
			tags: tagsOf(call, company, false),
			...onDemand(call, 'companies', company.id, include, ['leads', 'contacts']),
		},
	};
}

function personOrCompany(call: Call, type: EntityType, entity: StoredEntity): Json {
	return {
		id: entity.id,
		name: entity.name,
		responsible_user_id: entity.responsible_user_id,
		group_id: groupOf(call.store, entity.responsible_user_id),
		created_by: entity.created_by,
		updated_by: entity.updated_by,
		created_at: entity.created_at,
		updated_at: entity.updated_at,
		closest_task_at: closestTaskAt(call.store, type, entity.id),
		is_deleted: entity.is_deleted,
	};
}

function onDemand(
	call: Call,
	type: EntityType,
	id: number,
	include: With,
	types: EntityType[],
): Json {
	const embedded: Json = {};
	for (const other of types) {
		if (include.has(other)) embedded[other] = linked(call, type, id, other);
	}
	// no customers in this emulator yet: the key is there, empty
	if (include.has('customers')) embedded['customers'] = [];
	if (include.has('catalog_elements')) {
		embedded['catalog_elements'] = linkedElements(call, type, id);
	}
	return embedded;
}

function linkedElements(call: Call, type: EntityType, id: number): Json[] {
	return linksOf(call.store, { type, id }).flatMap((l) =>
		l.element ? [{ id: l.to_id, metadata: { ...l.element } }] : [],
	);
}

function linked(call: Call, type: EntityType, id: number, other: EntityType): Json[] {
	return linkedIds(call.store, { type, id }, other).map((l) => ({
		id: l.id,
		...(type === 'leads' && other === 'contacts' ? { is_main: l.is_main } : {}),
		_links: selfLink(call, `/${other}/${l.id}`),
	}));
}

function tagsOf(call: Call, entity: StoredEntity, isLead: boolean): Json[] {
	return entity.tags.flatMap((id) => {
		const tag = call.store.tags.get(id);
		return tag ? [{ id: tag.id, name: tag.name, color: isLead ? tag.color : null }] : [];
	});
}

/** `with=only_deleted`: short models (§4.1). */
export function deletedToWire(call: Call, type: EntityType, entity: StoredEntity): Json {
	return {
		id: entity.id,
		updated_at: entity.updated_at,
		is_deleted: true,
		_links: selfLink(call, `/${type}/${entity.id}`),
	};
}
