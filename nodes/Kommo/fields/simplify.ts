import type { IDataObject } from 'n8n-workflow';

import { isRecord, recordsAt } from '../../shared/wire';
import type { CustomFieldRead } from '../model';
import type { KommoSession } from '../transport/session';
import { simplifyCustomFields } from './customFields/simplifyCustomFields';

const TIMES = new Set([
	'created_at',
	'updated_at',
	'closed_at',
	'closest_task_at',
	'complete_till',
]);

/** Types that are shown in the account's zone, whatever other fields a record has. */
const ZONED = new Set(['date', 'birthday', 'date_time']);

/**
 * The flat form of an entity: the named properties, times in ISO 8601, tags by name, ids of what
 * is linked, custom fields by name with their types restored.
 */
export function flatEntity(properties: string[]) {
	return async (entity: IDataObject, session: KommoSession): Promise<IDataObject> => ({
		...pick(entity, properties),
		// the only sign of a deleted record, asked for with Include
		...(entity.is_deleted === true ? { is_deleted: true } : {}),
		...linked(entity),
		...(await customFields(entity, session)),
	});
}

/** Like `flatEntity`, for records without tags and custom fields. */
export function flatRecord(properties: string[]) {
	return (record: IDataObject): IDataObject => pick(record, properties);
}

function pick(entity: IDataObject, properties: string[]): IDataObject {
	return Object.fromEntries(
		properties
			.filter((name) => entity[name] !== undefined)
			.map((name) => [name, TIMES.has(name) ? isoTime(entity[name]) : entity[name]]),
	);
}

/** What is no time that could be shown stays what it is. */
function isoTime(value: IDataObject[string]): IDataObject[string] {
	const isTime = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
	const moment = new Date(isTime ? Number(value) * 1000 : NaN);
	return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
}

function linked(entity: IDataObject): IDataObject {
	const embedded = isRecord(entity._embedded) ? entity._embedded : {};
	const result: IDataObject = {};
	for (const [name, value] of Object.entries(embedded)) {
		if (!Array.isArray(value)) {
			if (isRecord(value)) result[name] = value;
			continue;
		}
		const records = recordsAt(value, '');
		if (name === 'tags') result.tags = records.map((tag) => tag.name ?? null);
		else if (name === 'loss_reason') result.loss_reason = records[0]?.name ?? null;
		else if (name === 'catalog_elements') result[name] = records;
		else result[name] = records.map((record) => record.id ?? null);
	}
	return result;
}

async function customFields(entity: IDataObject, session: KommoSession): Promise<IDataObject> {
	if (entity.custom_fields_values === undefined) return {};
	const values = recordsAt(entity.custom_fields_values, '') as unknown as CustomFieldRead[];
	const needsZone = values.some(({ field_type }) => ZONED.has(field_type));
	const zone = needsZone ? await session.lookups.timezone() : null;
	return { customFields: simplifyCustomFields(values, zone ?? undefined) as IDataObject };
}
