import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { ENTITY_TYPES, toEntityType } from './entity';
import { toIds } from './ids';
import type { KommoField } from './kommoField';
import { filter } from './search';

const PLAIN = { needsAddOn: false };

/** Cards a task belongs to; ids need the kind, because kinds share their numbers (§4.7). */
export const entityFilters: KommoField[] = [
	filter(
		{
			displayName: 'Entity Type',
			name: 'entityType',
			type: 'options',
			options: ENTITY_TYPES,
			default: 'leads',
			description: 'Only tasks of cards of this kind',
		},
		'filter[entity_type]',
		(value) => toEntityType(value),
		PLAIN,
		(wanted) => (task) => task.entity_type === undefined || task.entity_type === wanted,
	),
	filter(
		{
			displayName: 'Entity IDs',
			name: 'entityIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7001, 7002',
			description: 'IDs of the cards, separated by commas; needs the entity type',
		},
		'filter[entity_id]',
		(value, row) => {
			if (isBlank(row.parameter('filters.entityType'))) {
				throw new InvalidValue(
					"'Entity IDs' needs 'Entity Type'",
					'Add the filter Entity Type: each kind of card has IDs of its own.',
				);
			}
			return toIds(value, 'Entity IDs');
		},
		{ ...PLAIN, needsValue: true },
		(wanted) => (task) =>
			task.entity_id === undefined ||
			(Array.isArray(wanted) && wanted.map(Number).includes(Number(task.entity_id))),
	),
];
