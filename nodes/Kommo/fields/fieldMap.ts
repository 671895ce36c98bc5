import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { CustomFieldWrite, EntityType } from '../model';
import { withMode, wireValues } from './customFieldValues';
import { aliasesOf, findFieldOrKind, toObject, type FieldOrKind } from './fieldAliases';
import type { KommoField, KommoRow } from './kommoField';

const LABEL = 'Field Map';

interface FieldMapUse {
	/** Whether there is a stored record: only then a field can be cleared. */
	clears: boolean;
	/** Where the entries go in the body. */
	property?: string;
	displayName?: string;
	name?: string;
}

/**
 * Custom fields by name, code, id or alias as JSON, e.g. `{ "Telegram ID": "123", "PHONE:MOB":
 * "+7900…" }`. `null` clears a field, an empty text is left out (fact sheet §4.13). Throws
 * InvalidValue for unknown and ambiguous names, with candidates.
 */
export function fieldMap(entityType: EntityType, use: FieldMapUse): KommoField {
	const { displayName = LABEL, name = 'fieldMap', property = 'custom_fields_values' } = use;
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "Telegram ID": "123", "PHONE": "+1 202 555 0143" }',
		description: use.clears
			? 'Custom fields by name, code, ID or alias, as JSON; null clears a field, an empty text is left out'
			: 'Custom fields by name, code, ID or alias, as JSON; null and empty texts are left out',
		routing: { send: { type: 'body', property } },
	};
	return {
		prop,
		to: async (value, row) => {
			const entries = Object.entries(toObject(value, displayName));
			if (entries.length === 0) return undefined;
			const writes = await fromMap(entries, entityType, row, displayName);
			const filled = writes.filter(({ values }) => values !== null);
			const cleared = use.clears ? writes.filter(({ values }) => values === null) : [];
			const all = [...(await withMode(filled, entityType, row)), ...cleared];
			return all.length === 0 ? undefined : all;
		},
	};
}

async function fromMap(
	entries: Array<[string, unknown]>,
	entityType: EntityType,
	row: KommoRow,
	label: string,
): Promise<CustomFieldWrite[]> {
	const definitions = await row.session.lookups.customFields(entityType);
	row.session.nameFields(definitions);
	const aliases = aliasesOf(row);
	const writes = new Map<number, CustomFieldWrite & FieldOrKind & { key: string }>();
	for (const [key, value] of entries) {
		// an expression that gives nothing leaves no key in JSON, hence nothing to clear either
		if (value === '' || value === undefined) continue;
		const { field, kind } = findFieldOrKind(definitions, key, aliases);
		const before = writes.get(field.id);
		// kinds of one phone field are parts of one list
		if (before && (kind === undefined || before.kind === undefined || before.kind === kind)) {
			throw givenTwice(label, field.name, [before.key, key]);
		}
		const values = value === null ? null : await wireValues(field, value, row, kind);
		const together = before?.values ? [...before.values, ...(values ?? [])] : values;
		writes.set(field.id, { field_id: field.id, values: together, field, kind, key });
	}
	return [...writes.values()].map(({ field_id, values }) => ({ field_id, values }));
}

function givenTwice(label: string, name: string, keys: string[]): InvalidValue {
	return new InvalidValue(
		`'${label}' gives the custom field '${name}' twice`,
		`"${keys.join('" and "')}" are the same field: keep one of them.`,
	);
}
