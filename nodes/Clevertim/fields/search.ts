import { isRecord } from '../../shared/wire';
import { shown } from '../../shared/shown';
import { kindOf, type KindName } from '../kinds';
import { SORT } from '../transport/localQuery';
import type { ClevertimField } from './clevertimField';
import { filterFieldsOf } from './filterFields';
import { notice } from './plain';

export const returnAll: ClevertimField = {
	prop: {
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
};

export const limit: ClevertimField = {
	prop: {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
};

export const simplify: ClevertimField = {
	prop: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
};

/** Fact sheet §1: one record, or everything. */
export const wholeCollectionNotice = (kind: KindName): ClevertimField =>
	notice(
		'wholeCollectionNotice',
		`The service has no search: all ${kindOf(kind).plural} are read, once per run for all items, and filtered here. Large accounts take their time.`,
	);

export function sort(kind: KindName): ClevertimField {
	const fields = filterFieldsOf(kind);
	const options = fields.map(({ name, path }) => ({ name, value: path }));
	return {
		prop: {
			displayName: 'Sort',
			name: 'sort',
			type: 'fixedCollection',
			default: {},
			placeholder: 'Add Sort',
			options: [
				{
					displayName: 'Sort By',
					name: 'by',
					values: [
						{ displayName: 'Field', name: 'field', type: 'options', options, default: 'id' },
						{
							displayName: 'Direction',
							name: 'direction',
							type: 'options',
							options: [
								{ name: 'Ascending', value: 'asc' },
								{ name: 'Descending', value: 'desc' },
							],
							default: 'asc',
						},
					],
				},
			],
		},
		to: (value, row) => {
			const by = isRecord(value) && isRecord(value.by) ? value.by : null;
			const field = fields.find(({ path }) => path === by?.field);
			if (field) {
				const direction = shown(by?.direction) === 'desc' ? 'desc' : 'asc';
				row.query(SORT, `${field.path}:${direction}:${field.type}`);
			}
			return undefined;
		},
	};
}
