/** custom_fields_values of a write: which fields, which values (§4.13). */
import { isRecord } from '../guards';
import type { EntityType, FieldValue, StoredCustomField } from '../model';
import type { ElementErrors } from '../problems';
import type { AccountStore } from '../store';
import type { KommoSwitches } from '../switches';
import { normaliseValues } from './normalise';

/** Field id → new values; an empty list clears the field. */
export type FieldPatch = Map<number, FieldValue[]>;

interface Target {
	store: AccountStore;
	type: EntityType;
	errors: ElementErrors;
	switches: KommoSwitches;
	/** Prefix of error paths, e.g. `_embedded.contacts.0.`. */
	prefix?: string;
}

const writableKeys = new Set(['field_id', 'field_code', 'values']);

export function readFieldPatch(list: unknown, target: Target): FieldPatch {
	const patch: FieldPatch = new Map();
	if (list === undefined || list === null) return patch;
	const root = `${target.prefix ?? ''}custom_fields_values`;
	if (!Array.isArray(list)) {
		target.errors.invalidType(root, 'array');
		return patch;
	}
	list.forEach((entry: unknown, i) => readEntry(entry, `${root}.${i}`, target, patch));
	return patch;
}

function readEntry(entry: unknown, path: string, target: Target, patch: FieldPatch): void {
	if (!isRecord(entry)) {
		target.errors.invalidType(path, 'array');
		return;
	}
	if (target.switches.rejectReadOnlyKeys) {
		for (const key of Object.keys(entry)) {
			if (!writableKeys.has(key)) target.errors.notExpected(`${path}.${key}`);
		}
	}
	const field = findField(entry['field_id'], entry['field_code'], path, target);
	if (!field) return;
	const values = entry['values'];
	if (values === null) {
		patch.set(field.id, []);
		return;
	}
	if (!Array.isArray(values)) {
		target.errors.invalidType(`${path}.values`, 'array');
		return;
	}
	if (values.length === 0 && !target.switches.emptyArrayClearsField) {
		target.errors.blank(`${path}.values`);
		return;
	}
	const items = normaliseValues(field, values, `${path}.values`, target.errors, target.switches);
	if (items) patch.set(field.id, items);
}

function findField(
	id: unknown,
	code: unknown,
	path: string,
	{ store, type, errors }: Target,
): StoredCustomField | undefined {
	if (id !== undefined && id !== null) {
		if (typeof id !== 'number') {
			errors.invalidType(`${path}.field_id`, 'int');
			return undefined;
		}
		const field = store.customFields.get(id);
		// a field of another entity type gives the same answer as an unknown one
		if (!field || field.entity_type !== type) errors.notSupported(`${path}.field_id`);
		return field?.entity_type === type ? field : undefined;
	}
	if (typeof code === 'string') {
		const field = [...store.customFields.values()].find(
			(f) => f.entity_type === type && f.code === code,
		);
		if (!field) errors.notSupported(`${path}.field_code`);
		return field;
	}
	errors.missing(`${path}.field_id`);
	return undefined;
}

/** Listed fields are replaced, the others stay (§4.13). */
export function applyFieldPatch(values: Map<number, FieldValue[]>, patch: FieldPatch): void {
	for (const [id, items] of patch) {
		if (items.length === 0) values.delete(id);
		else values.set(id, items);
	}
}
