import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { CustomFieldDefinition } from '../model';
import { findField } from './customFields/findField';
import type { KommoField, KommoRow } from './kommoField';

/** A custom field, and the kind where a key names one of a phone or e-mail (`PHONE:MOB`). */
export interface FieldOrKind {
	field: CustomFieldDefinition;
	kind?: string;
}

/**
 * Own short names of custom fields: `{ "telegram_id": 3010, "tg": "TELEGRAM_ID", "phone": { "id": 3001,
 * "code": "PHONE", "name": "Phone" } }`. What the account has under one of them is taken, id first.
 */
export const fieldAliases: KommoField = {
	prop: {
		displayName: 'Field Aliases',
		name: 'fieldAliases',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "telegram_id": "Telegram ID" }',
		description:
			'Own short names of custom fields, as JSON: each stands for an ID, a code, a name, or an object with some of these',
	},
	to: () => undefined,
};

/**
 * An object given as such or as JSON text; nothing gives `{}`.
 * Throws InvalidValue naming the field for text that does not parse and for anything else.
 */
export function toObject(value: unknown, label: string): IDataObject {
	if (isBlank(value)) return {};
	const parsed = typeof value === 'string' ? parseText(value, label) : value;
	if (isRecord(parsed)) return parsed;
	throw new InvalidValue(
		`'${label}' is not a JSON object`,
		'Give names and values in curly brackets, for example { "Telegram ID": "123" }.',
	);
}

function parseText(text: string, label: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch (error) {
		throw new InvalidValue(
			`'${label}' holds text that is not valid JSON`,
			`Check quotes, commas and brackets; texts from expressions need JSON.stringify(). The parser says: ${error instanceof Error ? error.message : String(error)}`,
		);
	}
}

/** The item's aliases, by their short names. */
export function aliasesOf(row: KommoRow): IDataObject {
	return toObject(row.parameter('options.fieldAliases'), 'Field Aliases');
}

/**
 * The field behind an alias, an id, a code or a name, with a kind behind a colon where the whole
 * text names no field. Throws InvalidValue naming the candidates.
 */
export function findFieldOrKind(
	definitions: CustomFieldDefinition[],
	key: string,
	aliases: IDataObject,
): FieldOrKind {
	if (Object.hasOwn(aliases, key)) return behindAlias(definitions, key, aliases[key]);
	return byKey(definitions, key, aliases);
}

function behindAlias(
	definitions: CustomFieldDefinition[],
	alias: string,
	target: unknown,
): FieldOrKind {
	const keys = isRecord(target) ? [target.id, target.code, target.name] : [target];
	const texts = keys.filter((key) => typeof key === 'string' || typeof key === 'number');
	const [first, ...others] = texts.map(shown).filter((key) => key.trim() !== '');
	if (first === undefined) {
		throw new InvalidValue(
			`'Field Aliases' says of "${alias}" no field`,
			'Give an ID, a code or a name, or an object with one of them under "id", "code" or "name".',
		);
	}
	// an id of another account is no reason to stop where code or name are right
	for (const key of [first, ...others]) {
		const found = orNull(() => byKey(definitions, key, {}));
		if (found) return found;
	}
	return byKey(definitions, others.at(-1) ?? first, {});
}

function byKey(
	definitions: CustomFieldDefinition[],
	key: string,
	aliases: IDataObject,
): FieldOrKind {
	const colon = key.lastIndexOf(':');
	if (colon <= 0) return { field: findField(definitions, key) };
	const whole = orNull(() => findField(definitions, key));
	if (whole) return { field: whole };
	const { field } = findFieldOrKind(definitions, key.slice(0, colon), aliases);
	return { field, kind: key.slice(colon + 1).trim() };
}

function orNull<T>(find: () => T): T | null {
	try {
		return find();
	} catch (error) {
		if (error instanceof InvalidValue) return null;
		throw error;
	}
}
