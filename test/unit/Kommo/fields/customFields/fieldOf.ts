import type {
	CustomFieldDefinition,
	CustomFieldRead,
	CustomFieldValue,
} from '../../../../../nodes/Kommo/model';
import type { ValueContext } from '../../../../../nodes/Kommo/fields/customFields/valueContext';

const OPTIONS = [
	{ id: 2001041, value: 'Referral', sort: 1, code: null },
	{ id: 2001042, value: 'Ads', sort: 2, code: 'ADS' },
	{ id: 2001043, value: 'Yes', sort: 3, code: null },
	{ id: 2001044, value: '2024', sort: 4, code: null },
	{ id: 2001045, value: 'Oak, oiled', sort: 5, code: null },
	{ id: 2001046, value: '[VIP] client', sort: 6, code: null },
];
const WITH_OPTIONS = ['select', 'radiobutton', 'multiselect'];

/** A definition as §4.12 shows it, with the options that its type needs. */
export function fieldOf(
	type: string,
	overrides: Partial<CustomFieldDefinition> = {},
): CustomFieldDefinition {
	return {
		id: 3101,
		name: 'Channel',
		type,
		code: null,
		enums: WITH_OPTIONS.includes(type) ? OPTIONS : null,
		...(type === 'category'
			? { nested: OPTIONS.map(({ id, value }) => ({ id, value, parent_id: null })) }
			: {}),
		...overrides,
	};
}

/** The predefined phone or e-mail field with its kinds (§4.13). */
export function contactField(code: 'PHONE' | 'EMAIL'): CustomFieldDefinition {
	const kinds =
		code === 'PHONE'
			? ['WORK', 'WORKDD', 'MOB', 'FAX', 'HOME', 'OTHER']
			: ['WORK', 'PRIV', 'OTHER'];
	return fieldOf('multitext', {
		name: code === 'PHONE' ? 'Phone' : 'Email',
		code,
		enums: kinds.map((value, i) => ({ id: 193200 + i, value, sort: i })),
	});
}

/** The entry an entity shows for `field`. */
export function entryOf(field: CustomFieldDefinition, values: CustomFieldValue[]): CustomFieldRead {
	return {
		field_id: field.id,
		field_name: field.name,
		field_code: field.code,
		field_type: field.type,
		values,
	};
}

/** A context that remembers its warnings. */
export function contextOf(
	overrides: Partial<ValueContext> = {},
): ValueContext & { warnings: string[] } {
	const warnings: string[] = [];
	return {
		timezone: 'America/Sao_Paulo',
		accountTimezone: 'Europe/Moscow',
		warn: (message) => warnings.push(message),
		warnings,
		...overrides,
	};
}

/** What `run` throws, for looking at message and description at once. */
export function thrownBy(run: () => unknown): { message: string; description?: string } {
	try {
		run();
	} catch (error) {
		if (error instanceof Error) return error;
	}
	throw new Error('nothing was thrown');
}
