/** What differs between leads, contacts and companies, as data (§4.1, §4.4, §4.5). */
import type { EntityType, StoredCompany, StoredContact, StoredEntity, StoredLead } from '../model';
import type { AccountStore } from '../store';

export interface Kind {
	type: EntityType;
	/** Settings codes end with it: add_lead. */
	singular: 'lead' | 'contact' | 'company';
	/** Values of `order[…]`. */
	orders: readonly string[];
	/** element_type in deliveries (§5.4). */
	elementType: number;
}

export const kinds: Readonly<Record<EntityType, Kind>> = {
	leads: {
		type: 'leads',
		singular: 'lead',
		orders: ['created_at', 'updated_at', 'id'],
		elementType: 2,
	},
	contacts: { type: 'contacts', singular: 'contact', orders: ['updated_at', 'id'], elementType: 1 },
	companies: {
		type: 'companies',
		singular: 'company',
		orders: ['updated_at', 'id'],
		elementType: 3,
	},
};

export interface ByType {
	leads: StoredLead;
	contacts: StoredContact;
	companies: StoredCompany;
}

export function entityMap<T extends EntityType>(
	store: AccountStore,
	type: T,
): Map<number, ByType[T]>;
export function entityMap(store: AccountStore, type: EntityType): Map<number, StoredEntity> {
	const maps: {
		leads: Map<number, StoredEntity>;
		contacts: Map<number, StoredEntity>;
		companies: Map<number, StoredEntity>;
	} = store;
	return maps[type];
}

/** An entity that is there and not deleted. */
export function liveEntity(
	store: AccountStore,
	type: EntityType,
	id: number,
): StoredEntity | undefined {
	const entity: StoredEntity | undefined = entityMap(store, type).get(id);
	return entity && !entity.is_deleted ? entity : undefined;
}

export function isEntityType(value: unknown): value is EntityType {
	return value === 'leads' || value === 'contacts' || value === 'companies';
}

/** Earliest open task (Unix seconds), or null. */
export function closestTaskAt(store: AccountStore, type: EntityType, id: number): number | null {
	const open = [...store.tasks.values()].filter(
		(t) => t.entity_type === type && t.entity_id === id && !t.is_completed,
	);
	return open.length === 0 ? null : Math.min(...open.map((t) => t.complete_till));
}

export function groupOf(store: AccountStore, userId: number): number {
	return store.users.get(userId)?.group_id ?? 0;
}
