import { entityField, entityTypeField } from '../../fields/entity';
import { toIds } from '../../fields/ids';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import {
	dateRange,
	filter,
	filters,
	idsFilter,
	include,
	limit,
	oneOf,
	returnAll,
	simplify,
	sort,
} from '../../fields/search';
import { listOf } from '../../fields/values';
import { NOTE_INCLUDES, simplifyNote, TYPES_TO_READ } from './simplify';
import { shown } from '../../../shared/shown';

const PLAIN = { needsAddOn: false };

const scope: KommoField = {
	prop: {
		displayName: 'Notes Of',
		name: 'scope',
		type: 'options',
		options: [
			{ name: 'All Cards of This Type', value: 'all' },
			{ name: 'One Card', value: 'one' },
		],
		default: 'one',
		description: 'Whose notes to return',
	},
	to: (value, row) => {
		if (value !== 'one') row.path('owner', String(row.parameter('entityType')));
		return undefined;
	},
};

const noteTypes: KommoField = filter(
	{
		displayName: 'Note Types',
		name: 'noteTypes',
		type: 'multiOptions',
		options: TYPES_TO_READ,
		default: [],
		description: 'Only notes of these types',
	},
	'filter[note_type]',
	(value) => listOf(value).map(shown),
	PLAIN,
	oneOf('note_type'),
);

const entityIds: KommoField = filter(
	{
		displayName: 'Entity IDs',
		name: 'entityIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7001, 7002',
		displayOptions: { show: { '/scope': ['all'] } },
		description: 'Only notes of these cards; IDs separated by commas',
	},
	'filter[entity_id]',
	(value) => toIds(value, 'Entity IDs'),
	{ ...PLAIN, needsValue: true },
	oneOf('entity_id'),
);

export const search: KommoOperation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search notes',
		description: 'Find the notes of one card, or of all cards of a type',
		routing: { request: { method: 'GET', url: '/api/v4/{owner}/notes' } },
	},
	kind: 'list',
	root: '_embedded.notes',
	noun: 'note',
	fields: [
		entityTypeField(),
		scope,
		entityField({
			displayOptions: { show: { scope: ['one'] } },
			onId: (id, type, row) => row.path('owner', `${type}/${id}`),
		}),
		returnAll,
		limit,
		simplify,
		filters([
			...dateRange('Updated', 'updated', 'updated_at', PLAIN),
			entityIds,
			idsFilter(PLAIN),
			noteTypes,
		]),
		sort([
			{ name: 'ID', value: 'id' },
			{ name: 'Updated At', value: 'updated_at' },
		]),
		readOptions([include(NOTE_INCLUDES)]),
	],
	simplify: simplifyNote,
};
