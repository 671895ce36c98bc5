import type { IDataObject } from 'n8n-workflow';

import { decodeDelivery } from './decode/decodeDelivery';
import type { FormRecord } from './decode/formTree';
import { EVENTS, type KommoEvent } from './events';
import { eventItem } from './eventItem';
import { SAMPLE_ENTITIES } from './sampleEntities';

const ACCOUNT: FormRecord = {
	subdomain: 'acme',
	id: '30001',
	_links: { self: 'https://acme.kommo.com' },
};

const ELEMENT_TYPES: Partial<Record<KommoEvent['kind'], string>> = {
	contacts: '1',
	leads: '2',
	companies: '3',
	customers: '12',
};

/** Group of a delivery's keys where it is not the kind's own name (fact sheet §5.3). */
const GROUPS: Partial<Record<KommoEvent['kind'], string>> = {
	companies: 'contacts',
	tasks: 'task',
	talks: 'talk',
	messages: 'message',
	catalog_elements: 'catalogs',
};

/**
 * The item an event gives, made from a delivery of its shape by the same code that reads real ones.
 * @param isSimple as the option Simplify
 */
export function sampleItem(code: string, isSimple: boolean): IDataObject {
	const event = EVENTS.find((one) => one.code === code);
	if (!event) throw new Error(`There is no event '${code}'`);
	const { account, events } = decodeDelivery(sampleDelivery(event));
	const [first] = events;
	if (!first) throw new Error(`The sample of '${code}' holds no event`);
	const deliveryId = '0a4e2f6c-8b1d-4f3a-9c5e-7d6b8a9f0e12';
	return eventItem(
		first,
		{ account, receivedAt: '2026-01-01T01:00:02.000Z', deliveryId },
		isSimple,
	);
}

function sampleDelivery({ kind, action, code }: KommoEvent): FormRecord {
	const entity = entityOf(kind, action);
	if (kind === 'chat_templates') return { account: ACCOUNT, add: [entity] };
	if (code === 'add_outgoing_message') {
		const author = { type: 'internal', user_id: '501', name: 'Dana Cole' };
		return {
			account: ACCOUNT,
			outgoing_message: { add: [{ ...entity, type: 'outgoing', author }] },
		};
	}
	return { account: ACCOUNT, [GROUPS[kind] ?? kind]: { [action]: [entity] } };
}

function entityOf(kind: KommoEvent['kind'], action: string): FormRecord {
	const entity = SAMPLE_ENTITIES[kind];
	switch (action) {
		case 'note':
			return { note: noteOf(kind, entity) };
		case 'status':
			return { ...entity, old_status_id: '60001' };
		case 'responsible':
			return { ...entity, old_responsible_user_id: '502' };
		case 'delete':
			return deleted(kind, entity);
		case 'update':
			return kind === 'tasks' ? { ...entity, old_text: 'Call' } : entity;
		default:
			return entity;
	}
}

function deleted(kind: KommoEvent['kind'], entity: FormRecord): FormRecord {
	const kept: Partial<Record<KommoEvent['kind'], string[]>> = {
		leads: ['id', 'status_id', 'pipeline_id'],
		contacts: ['id', 'type'],
		companies: ['id', 'type'],
	};
	if (kind === 'unsorted') return DECLINED;
	const names = kept[kind] ?? Object.keys(entity);
	return Object.fromEntries(Object.entries(entity).filter(([name]) => names.includes(name)));
}

const DECLINED: FormRecord = {
	action: 'decline',
	uid: '5f1c0c6d8a1b4c55e1',
	category: 'forms',
	created_at: '1767229200',
	modified_user_id: '501',
	decline_result: { leads: ['7002'] },
};

function noteOf(kind: KommoEvent['kind'], entity: FormRecord): FormRecord {
	return {
		id: '6001',
		text: 'Asked for an offer',
		attachement: '',
		note_type: '4',
		element_type: ELEMENT_TYPES[kind] ?? '2',
		element_id: entity.id ?? '',
		account_id: '30001',
		main_user_id: '501',
		created_by: '501',
		modified_by: '501',
		date_create: '2026-01-01 04:00:00',
		metadata: '{"event_source":{"id":501,"author_name":"Dana Cole","type":1}}',
		created_at: '1767229200',
		updated_at: '1767229200',
	};
}
