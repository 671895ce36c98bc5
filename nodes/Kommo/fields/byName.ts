import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { ApiFailure, isRecord } from '../../shared/wire';
import { nearest, quoted } from './customFields/nearest';
import { wholeNumber } from './ids';

export interface Named {
	id: number;
	name: string;
}

/**
 * The id of something the account has defined, given by id or by its name (letter case and outer
 * spaces do not count). An id is taken as it is: the API knows best. Throws InvalidValue for a
 * name that is unknown or not unique, with candidates.
 */
export async function idByName(
	value: unknown,
	label: string,
	known: () => Promise<Named[]>,
): Promise<number> {
	const id = wholeNumber(value);
	if (id !== null) return id;
	const wanted = String(value).trim();
	const read = await known().catch((error: unknown) => {
		throw withWayOut(error, label, wanted);
	});
	// what the answer leaves without a name has none to be found by
	const all = read.map((one) => ({ ...one, name: shown(one.name) }));
	const same = all.filter(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase());
	const [only, ...more] = same;
	if (only && more.length === 0) return only.id;
	if (only) {
		throw new InvalidValue(
			`'${label}' is not unique: "${wanted}"`,
			`Use an ID instead: ${same.map((one) => one.id).join(', ')}.`,
		);
	}
	const names = nearest(
		wanted,
		all.flatMap(({ name }) => (name === '' ? [] : [name])),
	);
	throw new InvalidValue(
		`'${label}' does not exist: "${shown(value).trim()}"`,
		names.length > 0
			? `The account has ${quoted(names)}.`
			: 'The account names none here: give its ID instead.',
	);
}

/** Not every user may read every list, nor has every product it: an id needs none (§4.2, §4.16). */
function withWayOut(error: unknown, label: string, wanted: string): unknown {
	if (!(error instanceof ApiFailure)) return error;
	const isRefused = error.status === 404 || (error.status === 403 && isRecord(error.body));
	if (!isRefused) return error;
	const { message, status, body, request } = error;
	const description = `'${label}' was given by its name ("${wanted}"), which has to be looked up there: give its ID instead. ${error.description}`;
	// it is this list that is closed: items that give an id can do without
	return new ApiFailure({ message, description, status, body, request });
}
