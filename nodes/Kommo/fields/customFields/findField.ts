import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldDefinition } from '../../model';
import { nearest } from './nearest';

type Field = CustomFieldDefinition;

/**
 * The field that a key means: its id (number or digits), its code, its name, or the name with the
 * id behind it as Simplify writes it ("Budget (3101)"). What is spelt exactly goes before what
 * differs in case only; a name must belong to one field.
 * @throws InvalidValue naming the candidates, when the field is unknown or not the only one
 */
export function findField(fields: CustomFieldDefinition[], key: string | number): Field {
	const text = String(key).trim();
	const lower = text.toLowerCase();
	if (text === '') {
		throw new InvalidValue('A custom field has no name', 'Give its id, its code or its name.');
	}
	const attempts: Array<(field: Field) => boolean> = [
		(field) => String(field.id) === text,
		(field) => field.code === text,
		(field) => field.name === String(key),
		(field) => `${field.name} (${field.id})` === text,
		(field) => field.code?.toLowerCase() === lower,
		(field) => field.name.trim().toLowerCase() === lower,
	];
	for (const attempt of attempts) {
		const [found, ...others] = fields.filter(attempt);
		if (found === undefined) continue;
		if (others.length === 0) return found;
		throw new InvalidValue(
			`'${text}' is the name of several custom fields`,
			`Use an id instead: ${[found, ...others].map(labelled).join(', ')}.`,
		);
	}
	throw new InvalidValue(`There is no custom field '${text}'`, adviceFor(text, fields));
}

function labelled(field: Field): string {
	return `"${field.name}" (${field.id})`;
}

function adviceFor(text: string, fields: Field[]): string {
	const names = fields.flatMap((field) =>
		field.code === null || field.code === '' ? [field.name] : [field.name, field.code],
	);
	const best = nearest(text, names);
	const alike = best
		.flatMap((name) => fields.filter((field) => field.name === name || field.code === name))
		.slice(0, 3);
	return alike.length > 0
		? `Fields like it: ${[...new Set(alike)].map(labelled).join(', ')}. Use the id, the code or the exact name.`
		: 'There are no custom fields here yet: add them in the account first.';
}
