import { toId, toIds } from '../../fields/ids';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { linkSource, LINK_TARGETS } from '../../fields/linkEnds';
import { toLinkSource, toLinkTarget } from '../../fields/linkPairs';
import { readOptions } from '../../fields/options';
import { filter, filters, limit, oneOf, returnAll, simplify } from '../../fields/search';
import { InvalidValue } from '../../../shared/invalidValue';
import { isBlank } from '../../../shared/readFields';
import { shown } from '../../../shared/shown';
import { isRecord } from '../../../shared/wire';
import { simplifyLink } from './simplify';

const PLAIN = { needsAddOn: false };

/** The API takes type and ids together only (fact sheet §4.10). */
function requireBoth(given: unknown, label: string, other: string): void {
	if (!isBlank(given)) return;
	throw new InvalidValue(
		`'${label}' needs '${other}'`,
		'The API filters by both together only. For one kind of link use the Filter node.',
	);
}

const linkedType: KommoField = filter(
	{
		displayName: 'Linked Entity Type',
		name: 'toEntityType',
		type: 'options',
		options: LINK_TARGETS,
		default: 'contacts',
		description: 'The kind at the other end; needs the IDs as well',
	},
	'filter[to_entity_type]',
	(value, row) => {
		requireBoth(row.parameter('filters.toEntityIds'), 'Linked Entity Type', 'Linked Entity IDs');
		return toLinkTarget(value, toLinkSource(row.parameter('entityType')));
	},
	PLAIN,
	oneOf('to_entity_type'),
);

const linkedIds: KommoField = filter(
	{
		displayName: 'Linked Entity IDs',
		name: 'toEntityIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8100, 8101',
		description: 'IDs at the other end, separated by commas; needs the type as well',
	},
	'filter[to_entity_id]',
	(value, row) => {
		requireBoth(row.parameter('filters.toEntityType'), 'Linked Entity IDs', 'Linked Entity Type');
		const ids = toIds(value, 'Linked Entity IDs');
		// one id is documented as such, not as a list
		return ids.length === 1 ? ids[0] : ids;
	},
	PLAIN,
	oneOf('to_entity_id'),
);

const linkedList: KommoField = filter(
	{
		displayName: 'List ID',
		name: 'toCatalogId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2001',
		description: 'Only links to elements of this list',
	},
	'filter[to_catalog_id]',
	(value) => toId(value, 'List ID'),
	PLAIN,
	(wanted) => (link) =>
		isRecord(link.metadata) && shown(link.metadata.catalog_id) === shown(wanted),
);

export const getAll: KommoOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many links',
		description: 'List what a card is linked to',
		routing: { request: { method: 'GET', url: '/api/v4/{entityType}/{entityId}/links' } },
	},
	kind: 'list',
	root: '_embedded.links',
	noun: 'link',
	fields: [
		...linkSource({ path: 'entityId' }),
		returnAll,
		limit,
		simplify,
		filters([linkedIds, linkedList, linkedType]),
		readOptions(),
	],
	simplify: simplifyLink,
};
