import type { IDataObject } from 'n8n-workflow';

import { isRecord, recordsAt } from '../../shared/wire';
import { shown } from '../../shared/shown';
import type { CustomFieldDefinition } from '../model';
import { isOptionType } from './customFields/fieldTypes';

/** What a custom field is filtered by, as it is sent. */
export interface FieldFilter {
	from?: number;
	to?: number;
	values: Array<string | number>;
}

/** Days are stored at a time of day that differs between accounts. */
const DAY = 86_400;
const DAYS = new Set(['date', 'birthday']);

/**
 * Whether a record can be an answer to the filter. Servers that do not know the filter give
 * everything; texts are compared leniently, because how exactly servers compare is not documented.
 */
export function matchesField(
	field: CustomFieldDefinition,
	filter: FieldFilter,
): (entity: IDataObject) => boolean {
	return (entity) => {
		// a record that does not show its fields (a deleted one) says nothing against the filter
		if (entity.custom_fields_values === undefined) return true;
		const entry = recordsAt(entity.custom_fields_values, '').find(
			({ field_id }) => field_id === field.id,
		);
		const items = recordsAt(entry?.values, '');
		// an unset checkbox is absent (§4.13)
		if (items.length === 0) return field.type === 'checkbox' && filter.values.includes(0);
		return items.some((item) => matchesItem(field, item, filter));
	};
}

function matchesItem(
	field: CustomFieldDefinition,
	item: IDataObject,
	filter: FieldFilter,
): boolean {
	const { from, to, values } = filter;
	const number = Number(item.value);
	const slack = DAYS.has(field.type) ? DAY : 0;
	if (from !== undefined && number < from - slack) return false;
	if (to !== undefined && number > to + slack) return false;
	return values.length === 0 || values.some((wanted) => sameValue(field, item, wanted));
}

function sameValue(field: CustomFieldDefinition, item: IDataObject, wanted: unknown): boolean {
	if (isOptionType(field.type)) return item.enum_id === wanted;
	const stored = isRecord(item.value) ? '' : shown(item.value).toLowerCase();
	if (field.type === 'checkbox') return (stored === 'true' || stored === '1') === (wanted === 1);
	if (field.type === 'numeric' || field.type === 'monetary')
		return Number(stored) === Number(wanted);
	const text = shown(wanted).toLowerCase();
	const digits = text.replace(/\D/g, '');
	const isPhone = field.type === 'multitext' && digits.length >= 5;
	return stored.includes(text) || (isPhone && stored.replace(/\D/g, '').includes(digits));
}
