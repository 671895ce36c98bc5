import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { KindName } from '../kinds';
import type { CustomFieldDefinition } from '../model';
import { toUserId } from './byName';
import type { ClevertimRow } from './clevertimField';
import { toDay } from './dates';
import { checkReference, toId } from './ids';
import { listOf } from './values';

/** Forms of code fields; sources differ, so a code of another form is sent with a hint (§6.8). */
const CODES: Record<string, { form: RegExp; example: string }> = {
	country: { form: /^[A-Z]{2}$/, example: 'US' },
	currency: { form: /^[A-Z]{3}$/, example: 'USD' },
	region: { form: /^[A-Z]{2}-[A-Z0-9]{1,3}$/, example: 'US-CA' },
	state: { form: /^[A-Z]{2}$/, example: 'CA' },
};

const REFERENCES = new Set<string>(['contact', 'company', 'case', 'opportunity']);

const isReferenceKind = (type: string): type is KindName => REFERENCES.has(type);

/**
 * A custom field's value as it is written (fact sheet §6.8): text; dates `YYYY-MM-DD`; ids as
 * texts; an array where the field takes several values.
 * @throws InvalidValue naming the field
 */
export async function toFieldValue(
	field: CustomFieldDefinition,
	value: unknown,
	row: ClevertimRow,
): Promise<string | string[]> {
	if (!field.multiple) {
		const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
		return await toSingle(field, single, row);
	}
	const list = listOf(value);
	const values: string[] = [];
	for (const one of list) values.push(await toSingle(field, one, row));
	return [...new Set(values)];
}

async function toSingle(
	field: CustomFieldDefinition,
	value: unknown,
	row: ClevertimRow,
): Promise<string> {
	const { name, elemType } = field;
	if (elemType === 'date') return toDay(value, row.timezone, name);
	if (elemType === 'user') return String(await toUserId(value, name, row));
	if (typeof value === 'object' && value !== null) {
		throw new InvalidValue(
			`'${name}' takes ${field.multiple ? 'a list of single values' : 'one value'}`,
			'Pick one value in the expression.',
		);
	}
	if (elemType === 'select') return choice(field, shown(value));
	if (isReferenceKind(elemType)) {
		const id = toId(value, name);
		await checkReference(elemType, id, name, row);
		return String(id);
	}
	return elemType in CODES ? codeText(field, shown(value), row) : shown(value);
}

/** §6.8: only the field's own values are valid. */
function choice({ name, values }: CustomFieldDefinition, given: string): string {
	if (values.includes(given)) return given;
	const lower = given.trim().toLowerCase();
	const loose = values.filter((one) => one.trim().toLowerCase() === lower);
	const [only] = loose;
	if (only !== undefined && loose.length === 1) return only;
	throw new InvalidValue(
		`'${name}' has no option "${given}"`,
		`Its options are ${values.map((one) => `"${one}"`).join(', ')}.`,
	);
}

function codeText(field: CustomFieldDefinition, given: string, row: ClevertimRow): string {
	const upper = given.trim().toUpperCase();
	const { form, example } = CODES[field.elemType] ?? { form: /^/, example: '' };
	if (form.test(upper)) return upper;
	row.warn(`'${field.name}' is usually a code such as ${example}, not ${given}`);
	return given;
}

/** A field by id or by its name; null when there is none or several. */
export function findDefinition(
	definitions: CustomFieldDefinition[],
	key: string,
): CustomFieldDefinition | null {
	const byId = definitions.find(({ id }) => String(id) === key.trim());
	if (byId) return byId;
	const wanted = key.trim().toLowerCase();
	const named = definitions.filter(({ name }) => name.trim().toLowerCase() === wanted);
	return named.length === 1 ? (named[0] ?? null) : null;
}

/** Like `findDefinition`, but throws InvalidValue. */
export function requireDefinition(
	definitions: CustomFieldDefinition[],
	key: unknown,
): CustomFieldDefinition {
	const found = isBlank(key) ? null : findDefinition(definitions, shown(key));
	if (found) return found;
	const names = definitions.map(({ name }) => `"${name}"`).join(', ');
	throw new InvalidValue(
		`The custom field does not exist, or its name is not unique: "${shown(key)}"`,
		names === '' ? 'The account has no custom fields here.' : `The account has ${names}.`,
	);
}
