/** Any options and any fields: a value means the one it names, or nothing (fact sheet §4.13). */
import fc from 'fast-check';

import { findField } from '../../../../../nodes/Kommo/fields/customFields/findField';
import {
	resolveOption,
	resolveOptions,
} from '../../../../../nodes/Kommo/fields/customFields/resolveOption';
import { fieldNamer } from '../../../../../nodes/Kommo/transport/validationProblems';
import { InvalidValue } from '../../../../../nodes/shared/invalidValue';
import { fieldOf, thrownBy } from './fieldOf';

const id = fc.integer({ min: 1, max: 99_999 });
const text = fc
	.oneof(fc.string({ minLength: 1, maxLength: 12 }), id.map(String))
	.filter((one) => one.trim() !== '');

/** Options with ids and texts of their own; a text may be the digits of an id. */
const options = fc
	.uniqueArray(fc.record({ id, value: text }), {
		minLength: 1,
		maxLength: 12,
		selector: (option) => option.value.trim(),
	})
	.filter((all) => new Set(all.map((option) => option.id)).size === all.length)
	.map((all) => all.map((option, sort) => ({ ...option, sort, code: null })));
const someOptions = options.chain((all) => fc.tuple(fc.constant(all), fc.constantFrom(...all)));

describe('options of a field', () => {
	test('an id means its own option, as number and as digits', () => {
		fc.assert(
			fc.property(someOptions, ([enums, wanted]) => {
				const field = fieldOf('select', { enums });
				expect(resolveOption(field, wanted.id)).toBe(wanted.id);
				expect(resolveOption(field, String(wanted.id))).toBe(wanted.id);
			}),
		);
	});

	test('a text means its own option, unless it is the digits of another one', () => {
		fc.assert(
			fc.property(someOptions, ([enums, wanted]) => {
				const other = enums.find((option) => String(option.id) === wanted.value.trim());
				const resolved = resolveOption(fieldOf('select', { enums }), wanted.value);
				expect(resolved).toBe((other ?? wanted).id);
			}),
		);
	});

	test('a list means each of its options once, in its order', () => {
		fc.assert(
			fc.property(options, (enums) => {
				const ids = enums.map((option) => option.id);
				const field = fieldOf('multiselect', { enums });
				expect(resolveOptions(field, [...ids, ...ids])).toEqual(ids);
			}),
		);
	});

	test('anything else stops with a message that names the field', () => {
		fc.assert(
			fc.property(options, fc.string(), (enums, wanted) => {
				const known = enums.flatMap((option) => [String(option.id), option.value.trim()]);
				fc.pre(!known.includes(wanted.trim()));
				const error = thrownBy(() => resolveOption(fieldOf('select', { enums }), wanted));
				expect(error).toBeInstanceOf(InvalidValue);
				expect(error.message).toContain("'Channel'");
			}),
		);
	});
});

describe('fields by name', () => {
	const fields = fc
		.uniqueArray(fc.record({ id, name: text }), {
			minLength: 1,
			maxLength: 12,
			selector: (field) => field.name.trim().toLowerCase(),
		})
		.filter((all) => new Set(all.map((field) => field.id)).size === all.length)
		.map((all) => all.map((field) => fieldOf('text', field)));

	test('a name means its own field, unless it is the digits of another one', () => {
		fc.assert(
			fc.property(
				fields.chain((all) => fc.tuple(fc.constant(all), fc.constantFrom(...all))),
				([all, wanted]) => {
					const other = all.find((field) => String(field.id) === wanted.name.trim());
					expect(findField(all, wanted.name).id).toBe((other ?? wanted).id);
					expect(findField(all, wanted.id).id).toBe(wanted.id);
				},
			),
		);
	});
});

describe('paths of refused values', () => {
	const row = fc.uniqueArray(id, { minLength: 1, maxLength: 20 });
	const nesting = fc.constantFrom('', '_embedded.contacts.0.', '_embedded.companies.0.');
	const end = fc.constantFrom('', '.field_id', '.values.0.value', '.values.3.enum_id');

	test('a path names the custom field at its place in the row that was sent', () => {
		fc.assert(
			fc.property(row, fc.nat(), nesting, end, (ids, pick, prefix, suffix) => {
				const place = pick % ids.length;
				const entity = { custom_fields_values: ids.map((field_id) => ({ field_id, values: [] })) };
				const sent =
					prefix === ''
						? entity
						: { _embedded: { contacts: [entity], companies: [entity] }, custom_fields_values: [] };
				const nameOf = fieldNamer((key) => `field ${key}`);
				const path = `${prefix}custom_fields_values.${place}${suffix}`;
				expect(nameOf(path, sent)).toBe(`field ${ids[place]}`);
			}),
		);
	});
});
