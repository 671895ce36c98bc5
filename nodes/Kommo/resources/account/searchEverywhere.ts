import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import { limit, query, returnAll, simplify } from '../../fields/search';
import { flatEntity } from '../../fields/simplify';
import { listOf, needed } from '../../fields/values';

/** In the order of the output. */
const TYPES = ['leads', 'contacts', 'companies'] as const;

function toType(value: unknown): (typeof TYPES)[number] {
	const found = TYPES.find((type) => type === value);
	if (found) return found;
	throw new InvalidValue(
		`'Entity Types' holds what is not searched here: ${shown(value)}`,
		`Use ${TYPES.join(', ')}.`,
	);
}

const entityTypes: KommoField = {
	prop: {
		displayName: 'Entity Types',
		name: 'entityTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Companies', value: 'companies' },
			{ name: 'Contacts', value: 'contacts' },
			{ name: 'Leads', value: 'leads' },
		],
		default: [...TYPES],
		description: 'The kinds of cards to look in',
	},
	to: (value, row) => {
		const wanted = listOf(value).map(toType);
		if (wanted.length === 0) {
			throw new InvalidValue(
				"'Entity Types' is empty: there is nothing to search in",
				'Choose at least one kind of card.',
			);
		}
		const chosen = TYPES.filter((type) => wanted.includes(type));
		row.from(
			chosen.map((type) => ({
				path: `/api/v4/${type}`,
				root: `_embedded.${type}`,
				marks: { entity_type: type },
			})),
		);
		return undefined;
	},
};

const text: KommoField = {
	prop: { ...query.prop, required: true },
	to: needed(query.prop.displayName, (value, row) => query.to?.(value, row)),
};

const allById: KommoField = {
	...returnAll,
	to: (value, row) => {
		// by id, so that pages do not shift
		if (value === true) row.query('order[id]', 'asc');
		return undefined;
	},
};

const limitOfEach: KommoField = {
	...limit,
	prop: {
		...limit.prop,
		description: 'Max number of results to return for each entity type',
	},
};

/** What all three kinds have, and the little that only one has. */
const flat = flatEntity([
	'entity_type',
	'id',
	'name',
	'price',
	'pipeline_id',
	'status_id',
	'responsible_user_id',
	'created_at',
	'updated_at',
]);

export const searchEverywhere: KommoOperation = {
	option: {
		name: 'Search Everywhere',
		value: 'searchEverywhere',
		action: 'Search everywhere in account',
		description: 'Look for a text in leads, contacts and companies at once',
		routing: { request: { method: 'GET', url: '/api/v4/leads' } },
	},
	kind: 'list',
	root: '_embedded.leads',
	noun: 'card',
	fields: [text, entityTypes, allById, limitOfEach, simplify, readOptions()],
	simplify: async (entity: IDataObject, session) => await flat(entity, session),
	note: 'Asks `/api/v4/contacts` and `/api/v4/companies` as well; each record says in `entity_type` what it is.',
};
