import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import type { EntityType } from '../model';

/** What a card can be linked to; `catalog_elements` are the elements of lists. */
export type LinkTarget = EntityType | 'catalog_elements';

/** Which pairs are possible (fact sheet §4.10). */
const PAIRS: Record<EntityType, LinkTarget[]> = {
	leads: ['contacts', 'companies', 'catalog_elements'],
	contacts: ['companies', 'customers', 'catalog_elements', 'leads'],
	companies: ['contacts', 'leads', 'customers', 'catalog_elements'],
	customers: ['contacts', 'companies', 'catalog_elements'],
};

/** Properties that tell one link from another, in requests and in answers. */
export const LINK_KEY = ['entity_id', 'to_entity_type', 'to_entity_id'];

/** Throws InvalidValue for a kind of card that has no links. */
export function toLinkSource(value: unknown): EntityType {
	const found = sources().find((type) => type === value);
	if (found) return found;
	throw new InvalidValue(
		`'Entity Type' does not exist: ${shown(value)}`,
		`Use one of ${sources().join(', ')}.`,
	);
}

/** Throws InvalidValue naming what `from` can be linked to. */
export function toLinkTarget(value: unknown, from: EntityType): LinkTarget {
	const found = PAIRS[from].find((type) => type === value);
	if (found) return found;
	throw new InvalidValue(
		`The API does not link ${from} to ${shown(value)}`,
		`'Linked Entity Type' can be one of ${PAIRS[from].join(', ')} here.`,
	);
}

const sources = (): EntityType[] => ['leads', 'contacts', 'companies', 'customers'];

/**
 * The link as the API documents it: a contact and its lead are linked from the lead's side, because
 * the other way round is undocumented (fact sheet §4.10).
 */
export function documentedSide(
	from: EntityType,
	body: IDataObject,
): { from: EntityType; body: IDataObject } {
	if (from !== 'contacts' || body.to_entity_type !== 'leads') return { from, body };
	return {
		from: 'leads',
		body: {
			...body,
			entity_id: body.to_entity_id,
			to_entity_id: body.entity_id,
			to_entity_type: 'contacts',
		},
	};
}
