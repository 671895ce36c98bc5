import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/wire';
import type { EntityType } from '../model';
import { filterBy } from './customFieldFilter';
import { toObject } from './fieldAliases';
import type { KommoField } from './kommoField';

const LABEL = 'Field Map';

/**
 * Custom fields to filter by as JSON: `{ "Telegram ID": "123", "Budget": { "from": 100 } }`; empty
 * values are no filter (fact sheet §4.1).
 */
export function fieldMapFilter(entityType: EntityType): KommoField {
	return {
		prop: {
			displayName: LABEL,
			name: 'fieldMap',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. { "Telegram ID": "123", "Budget": { "from": 100, "to": 500 } }',
			description:
				'Custom fields by name, code, ID or alias with the value to look for, as JSON; "from" and "to" make a range',
		},
		to: async (value, row) => {
			const entries = Object.entries(toObject(value, LABEL)).filter(isFilled).map(toEntry);
			return await filterBy(entries, entityType, row);
		},
	};
}

type Entry = [string, IDataObject[string]];

const isFilled = ([, value]: Entry) => value !== null && value !== '';

function toEntry([fieldId, value]: Entry): IDataObject {
	return isRecord(value) ? { fieldId, from: value.from, to: value.to } : { fieldId, value };
}
