import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { idByName } from './byName';
import { toUnixSeconds } from './customFields/parseDate';
import { parseNumber } from './customFields/parseNumber';
import { wholeNumber } from './ids';
import type { KommoRow } from './kommoField';
import { shown } from '../../shared/shown';

type Transform = (value: unknown, row: KommoRow) => unknown;

/** Unix seconds (fact sheet §0.2); empty stands for "not set". */
export const date =
	(label: string): Transform =>
	(value, row) =>
		isBlank(value) ? undefined : toUnixSeconds(value, row.timezone, label);

/** A user by id, name or e-mail address; 0 is the robot where the API allows it. */
export const user =
	(label: string): Transform =>
	async (value, row) => {
		if (isBlank(value)) return undefined;
		return await idByName(value, label, async () => {
			const users = await row.session.lookups.users();
			const asks = String(value).includes('@');
			return asks ? users.map(({ id, email }) => ({ id, name: email })) : users;
		});
	};

/** Several users, for filters. */
export const users =
	(label: string): Transform =>
	async (value, row) => {
		const list = listOf(value);
		if (list.length === 0) return undefined;
		return await Promise.all(list.map(async (one) => await user(label)(one, row)));
	};

export const lossReason =
	(label: string): Transform =>
	async (value, row) =>
		isBlank(value)
			? undefined
			: await idByName(value, label, async () => await row.session.lookups.lossReasons());

export const taskType =
	(label: string): Transform =>
	async (value, row) => {
		if (isBlank(value)) return undefined;
		const code = String(value).trim().toUpperCase();
		return await idByName(value, label, async () => {
			const types = await row.session.lookups.taskTypes();
			const named = types.find((type) => type.code === code);
			return named ? [{ id: named.id, name: String(value) }] : types;
		});
	};

/** Prices are whole numbers (fact sheet §4.1); a fraction is refused unless the user has it rounded. */
export const price =
	(label: string): Transform =>
	(value, row) => {
		if (isBlank(value)) return undefined;
		const amount = parseNumber(value, label);
		if (Number.isSafeInteger(amount)) return amount;
		if (row.parameter('options.roundPrice') === true) return Math.round(amount);
		throw new InvalidValue(
			`'${label}' is not a whole number: ${shown(value)}`,
			"The API takes whole prices. Round it in an expression, or switch on 'Round Price' in the options.",
		);
	};

/** A whole number such as a duration in seconds. */
export const integer =
	(label: string): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const number = wholeNumber(value);
		if (number !== null) return number;
		throw new InvalidValue(`'${label}' is not a whole number: ${shown(value)}`, 'Enter digits.');
	};

/** Text as it is; numbers become text, objects are refused. */
export const text =
	(label: string): Transform =>
	(value) => {
		if (value === null || value === undefined) return undefined;
		if (typeof value === 'object') {
			throw new InvalidValue(`'${label}' is not a text`, 'Pick one value in the expression.');
		}
		return shown(value);
	};

/** Like `text`, but an empty one is left out. */
export const filledText =
	(label: string): Transform =>
	(value, row) =>
		isBlank(value) ? undefined : text(label)(value, row);

/** An array, one value, or a text separated by commas, as a list without blanks. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.filter((one) => !isBlank(one));
	if (isBlank(value)) return [];
	if (typeof value !== 'string') return [value];
	return value
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');
}
