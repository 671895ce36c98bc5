import type { IDataObject } from 'n8n-workflow';

import { safeName } from '../../shared/safeName';
import { shown } from '../../shared/shown';
import { isRecord, recordsAt } from '../../shared/wire';
import type { FIELD_TABLES } from './decode/fieldTables';

/** Where a simple field comes from; `time` makes ISO 8601 of Unix seconds, `or` stands in as it is. */
type Source = string | { time: string; or?: string };
type SimpleFields = Record<string, Source>;

const CHANGED: SimpleFields = {
	modified_user_id: 'modified_user_id',
	created_at: { time: 'created_at' },
	updated_at: { time: 'updated_at' },
};

const RESPONSIBLE: SimpleFields = {
	responsible_user_id: 'responsible_user_id',
	old_responsible_user_id: 'old_responsible_user_id',
};

const same = (...names: string[]): SimpleFields =>
	Object.fromEntries(names.map((name) => [name, name]));

const PERSON = {
	...same('id', 'name'),
	...RESPONSIBLE,
	company_id: 'linked_company_id',
	...CHANGED,
};

/** The flat form of each kind: names as in the API's own records. */
const SIMPLE: Record<keyof typeof FIELD_TABLES, SimpleFields> = {
	leads: {
		...same('id', 'name', 'price', 'pipeline_id', 'old_pipeline_id', 'status_id', 'old_status_id'),
		...RESPONSIBLE,
		...CHANGED,
	},
	contacts: PERSON,
	companies: PERSON,
	customers: {
		...same('id', 'name', 'status_id', 'old_status_id', 'period_id', 'old_period_id', 'next_price'),
		next_date: { time: 'next_date' },
		...RESPONSIBLE,
		...CHANGED,
	},
	tasks: {
		...same('id', 'text', 'old_text', 'element_id', 'element_type', 'task_type', 'status'),
		...same('action_close', 'result'),
		...RESPONSIBLE,
		// the second one, in account time, when only it has come
		complete_till: { time: 'complete_before', or: 'complete_till' },
		...CHANGED,
	},
	notes: {
		...same('id', 'note_type', 'text', 'attachement', 'element_id', 'element_type'),
		...same('created_by', 'modified_by'),
		created_at: { time: 'created_at' },
		updated_at: { time: 'updated_at' },
	},
	unsorted: {
		...same('uid', 'action', 'category', 'source', 'source_data', 'data', 'pipeline_id', 'lead_id'),
		...same('accept_result', 'decline_result', 'modified_user_id'),
		created_at: { time: 'created_at' },
	},
	talks: {
		...same('talk_id', 'chat_id', 'contact_id', 'entity_id', 'entity_type'),
		...same('is_in_work', 'is_read', 'origin', 'rate'),
		created_at: { time: 'created_at' },
		updated_at: { time: 'updated_at' },
	},
	messages: {
		...same('id', 'type', 'text', 'attachment', 'author', 'chat_id', 'talk_id', 'contact_id'),
		...same('entity_id', 'entity_type', 'element_id', 'element_type', 'origin'),
		created_at: { time: 'created_at' },
	},
	catalog_elements: {
		...same('id', 'name', 'catalog_id'),
		created_at: { time: 'created_at' },
		updated_at: { time: 'updated_at' },
	},
	chat_templates: {
		...same('id', 'name', 'type', 'content', 'reviews', 'is_on_review', 'is_editable'),
		...same('waba_category', 'waba_language'),
		updated_at: { time: 'updated_at' },
	},
};

/**
 * The flat form of a delivered entity: times in ISO 8601, tags by name, ids of linked leads, custom
 * fields by name. Fields that did not come are absent.
 */
export function simplifyEntity(entity: IDataObject, kind: keyof typeof FIELD_TABLES): IDataObject {
	const fields = Object.entries(SIMPLE[kind]).flatMap(
		([name, source]): Array<[string, IDataObject[string]]> => {
			const value = valueOf(entity, source);
			return value === undefined ? [] : [[name, value]];
		},
	);
	return {
		...Object.fromEntries(fields),
		...(Array.isArray(entity.tags)
			? { tags: recordsAt(entity.tags, '').map(({ name }) => name ?? null) }
			: {}),
		...(isRecord(entity.linked_leads_id)
			? { leads: Object.keys(entity.linked_leads_id).map(Number) }
			: {}),
		...(Array.isArray(entity.custom_fields)
			? { customFields: byName(recordsAt(entity.custom_fields, '')) }
			: {}),
	};
}

function valueOf(entity: IDataObject, source: Source): IDataObject[string] {
	if (typeof source === 'string') return entity[source];
	const time = entity[source.time];
	if (time !== undefined) return isoTime(time);
	return source.or === undefined ? undefined : entity[source.or];
}

function isoTime(value: IDataObject[string]): IDataObject[string] {
	const ms = typeof value === 'number' ? value * 1000 : Number.NaN;
	return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : value;
}

/** Fields that share their name get their id behind it. One value stands alone, several as a list. */
function byName(fields: IDataObject[]): IDataObject {
	const uses = new Map<string, number>();
	const nameOf = ({ name }: IDataObject) => safeName(shown(name));
	for (const field of fields) uses.set(nameOf(field), (uses.get(nameOf(field)) ?? 0) + 1);
	return Object.fromEntries(
		fields.map((field) => {
			const name = nameOf(field);
			const key = (uses.get(name) ?? 0) > 1 ? `${name} (${shown(field.id)})` : name;
			return [key, valuesOf(field.values)];
		}),
	);
}

function valuesOf(values: IDataObject[string]): IDataObject[string] {
	if (!Array.isArray(values)) return values ?? null;
	const list: unknown[] = values;
	const plain = list.map((one) => {
		if (isRecord(one)) return Object.hasOwn(one, 'value') ? one.value : one;
		// a bare value is a moment: only fields with dates have them
		return typeof one === 'number' ? isoTime(one) : one;
	}) as IDataObject[];
	return plain.length === 1 ? (plain[0] ?? null) : plain;
}
