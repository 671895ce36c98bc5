import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import type { Code } from '../codes';
import type { ClevertimField } from './clevertimField';
import { listOf } from './values';

/** What to take off a record where an empty input leaves it as it is: references, dates, choices, amounts. */
export const emptyFields = (fields: Code[]): ClevertimField => ({
	prop: {
		displayName: 'Fields to Empty',
		name: 'emptyFields',
		type: 'multiOptions',
		options: fields,
		default: [],
		description: 'What to take off the record',
	},
	to: (value, row) => {
		for (const key of listOf(value)) {
			if (!fields.some((field) => field.value === key)) {
				throw new InvalidValue(
					`'Fields to Empty' names a field that cannot be emptied: ${shown(key)}`,
					`Use one of ${fields.map((field) => field.value).join(', ')}.`,
				);
			}
			row.body(shown(key), null);
		}
		return undefined;
	},
});
