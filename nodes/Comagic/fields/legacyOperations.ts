import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import type { QueryValue } from '../../shared/wire';
import { LIMIT } from '../transport/legacyReads';
import type { ComagicField, ComagicOperation } from './comagicField';
import { accountTimeZone } from './legacyDates';
import { optionsOf, transportOptions } from './options';

const returnAll: ComagicField = {
	prop: {
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
};

/** The API has no pages (fact sheet §A.7): what is beyond the limit is cut off here. */
const limit: ComagicField = {
	prop: {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
	to: (value, row) => {
		const count = Number(value ?? Number.NaN);
		if (!Number.isInteger(count) || count < 1) {
			throw new InvalidValue(
				`'Limit' is not a whole number above 0: ${shown(value)}`,
				'Enter how many results to return at most, or switch on Return All.',
			);
		}
		row.query(LIMIT, count);
		return undefined;
	},
};

export const limits: ComagicField[] = [returnAll, limit];

interface LegacyRead {
	name: string;
	value: string;
	/** Sentence case, without article. */
	action: string;
	description: string;
	/** Below the base URL, e.g. `v1/site/`. */
	path: string;
	fields: ComagicField[];
	noun: string;
	/** Fixed query values; keys with `$` are for the session. */
	query?: Record<string, QueryValue>;
	simplify?: ComagicOperation['simplify'];
	note?: string;
	hasDates?: boolean;
}

/** An operation that reads; identical questions of several items are asked once. */
export function legacyRead(use: LegacyRead): ComagicOperation {
	const { name, value, action, description, path, fields, noun, query, simplify, note } = use;
	const options = use.hasDates ? [accountTimeZone, ...transportOptions] : transportOptions;
	return {
		option: {
			name,
			value,
			action,
			description,
			routing: { request: { method: 'GET', url: `session/${path}` } },
		},
		// not a list: ids of records are not documented to be unique, so that none may be dropped
		kind: 'call',
		root: 'data',
		noun,
		fields: [...fields, optionsOf(options)],
		...(query ? { query } : {}),
		...(simplify ? { simplify } : {}),
		...(note ? { note } : {}),
	};
}
