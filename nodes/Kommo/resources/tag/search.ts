import { shown } from '../../../shared/shown';
import { entityTypeField } from '../../fields/entity';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import { filter, filters, idsFilter, limit, query, returnAll } from '../../fields/search';
import { filledText } from '../../fields/values';

const PLAIN = { needsAddOn: false };

/** The account takes two spellings for one tag. */
const bare = (name: unknown): string => shown(name).trim().toLowerCase();

const exactName: KommoField = filter(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip',
		description: 'The exact name of one tag',
	},
	'filter[name]',
	filledText('Name'),
	PLAIN,
	(wanted) => (tag) => tag.name === undefined || bare(tag.name) === bare(wanted),
);

export const search: KommoOperation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search tags',
		description: 'Find the tags of a kind of card',
		routing: { request: { method: 'GET', url: '/api/v4/{entityType}/tags' } },
	},
	kind: 'list',
	root: '_embedded.tags',
	noun: 'tag',
	fields: [
		entityTypeField({ path: 'entityType' }),
		query,
		returnAll,
		limit,
		filters([idsFilter(PLAIN), exactName]),
		readOptions(),
	],
};
