import type { IDataObject } from 'n8n-workflow';

import type { MatchKey } from '../../shared/matchKey';
import { at, isRecord, recordsAt } from '../../shared/wire';
import { isMultiValue } from '../fields/customFields/fieldTypes';
import type { CustomFieldDefinition, CustomFieldValue } from '../model';

/**
 * A new record's body with the value it was looked for by, so that the next run finds it. What the
 * form gives for the field stays; phones and e-mails are added to it unless they are there.
 */
export function withField(
	body: IDataObject,
	field: CustomFieldDefinition,
	values: CustomFieldValue[],
	key: MatchKey,
): IDataObject {
	const entries = recordsAt(body.custom_fields_values, '');
	const standing = entries.find(({ field_id }) => field_id === field.id);
	const given = recordsAt(standing?.values, '');
	if (given.length > 0 && (!isMultiValue(field.type) || holds(field, given, key))) return body;
	const entry = { field_id: field.id, values: [...given, ...values] as IDataObject[] };
	const others = entries.filter((one) => one !== standing);
	return { ...body, custom_fields_values: [...others, entry] };
}

/** Whether values as they are written hold the key already. */
function holds(field: CustomFieldDefinition, values: IDataObject[], key: MatchKey): boolean {
	const written = { field_id: field.id, field_code: field.code, values };
	return key.matches({ custom_fields_values: [written] });
}

export function withName(body: IDataObject, name: string): IDataObject {
	const isNamed = ['name', 'first_name', 'last_name'].some((key) => body[key] !== undefined);
	return isNamed ? body : { ...body, name };
}

/** A new lead belongs to the contact whose open lead it was to be. */
export function withContact(body: IDataObject, id: number): IDataObject {
	const linked = recordsAt(at(body, '_embedded.contacts'), '');
	if (linked.some((contact) => contact.id === id)) return body;
	const contacts = [...linked, { id, is_main: linked.length === 0 }];
	return { ...body, _embedded: { ...(isRecord(body._embedded) ? body._embedded : {}), contacts } };
}

/** A new record has nothing that could be cleared. */
export function withoutCleared(body: IDataObject): IDataObject {
	const entries = recordsAt(body.custom_fields_values, '');
	const filled = entries.filter(({ values }) => values !== null);
	if (filled.length === entries.length && entries.length > 0) return body;
	const { custom_fields_values: _all, ...rest } = body;
	return filled.length === 0 ? rest : { ...rest, custom_fields_values: filled };
}

/** Lists of which both cases may hold a part. */
const JOINED = ['tags_to_add', 'tags_to_delete'];

/**
 * Joins values for both cases with those for one: custom fields by field, tags to add and to
 * remove together; of the rest the special value wins.
 */
export function combineBodies(common: IDataObject, special: IDataObject): IDataObject {
	const merged: IDataObject = { ...common, ...special };
	const fields = recordsAt(special.custom_fields_values, '');
	if (fields.length > 0) {
		const others = recordsAt(common.custom_fields_values, '').filter(
			({ field_id }) => !fields.some((field) => field.field_id === field_id),
		);
		merged.custom_fields_values = [...others, ...fields];
	}
	for (const key of JOINED.filter((name) => special[name] !== undefined)) {
		merged[key] = [...recordsAt(common[key], ''), ...recordsAt(special[key], '')];
	}
	return merged;
}
