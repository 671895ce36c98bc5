import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { ClevertimRow, Transform } from './clevertimField';
import { checkReference, wholeNumber } from './ids';
import { listOf } from './values';

interface Named {
	id: number;
	name: string;
}

const SHOWN = 5;

/**
 * The id of something the account has defined, by id or by name (letter case and outer spaces do
 * not count). Throws InvalidValue for a name that is unknown or not unique.
 */
export function idByName(value: unknown, label: string, all: Named[]): number {
	const id = wholeNumber(value);
	if (id !== null) return id;
	const wanted = shown(value).trim();
	const same = all.filter(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase());
	const [only, ...more] = same;
	if (only && more.length === 0) return only.id;
	if (only) {
		throw new InvalidValue(
			`'${label}' is not unique: "${wanted}"`,
			`Use an ID instead: ${same.map((one) => one.id).join(', ')}.`,
		);
	}
	const names = all.slice(0, SHOWN).map(({ name }) => `"${name}"`);
	throw new InvalidValue(
		`'${label}' does not exist: "${wanted}"`,
		names.length === 0
			? 'The account has none that the user of the API key may see.'
			: `The account has ${names.join(', ')}${all.length > SHOWN ? ' …' : ''}.`,
	);
}

/** A user by id, name or email. */
export const user =
	(label: string): Transform =>
	async (value, row) =>
		isBlank(value) ? undefined : await toUserId(value, label, row);

export async function toUserId(value: unknown, label: string, row: ClevertimRow): Promise<number> {
	const given = shown(isLocator(value) ? value.value : value).trim();
	if (wholeNumber(given) !== null) {
		const id = idByName(given, label, []);
		await checkReference('user', id, label, row);
		return id;
	}
	const users = await row.session.users();
	const byEmail = given.includes('@');
	return idByName(
		given,
		label,
		byEmail ? users.map(({ id, email }) => ({ id, name: email })) : users,
	);
}

/** Groups by id or name, as the bit mask of the wire (fact sheet §5). */
export async function groupMask(value: unknown, label: string, row: ClevertimRow): Promise<number> {
	const groups = await row.session.groups();
	const ids = new Set(listOf(value).map((one) => idByName(one, label, groups)));
	const chosen = [...ids].map((id) => {
		const group = groups.find((one) => one.id === id);
		if (group) return group;
		throw new InvalidValue(`'${label}' does not exist: ${id}`, 'Choose a group of the account.');
	});
	if (chosen.length > 0) return chosen.reduce((mask, { gid }) => mask + gid, 0);
	throw new InvalidValue(`'${label}' is empty`, 'Choose at least one group.');
}
