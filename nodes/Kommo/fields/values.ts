import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { idByName, type Named } from './byName';
import { toUnixSeconds } from './customFields/parseDate';
import { parseNumber } from './customFields/parseNumber';
import { wholeNumber } from './ids';
import type { KommoRow } from './kommoField';
import { shown } from '../../shared/shown';

export type Transform = (value: unknown, row: KommoRow) => unknown;

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
		return await idByName(value, label, async () => await usersFor(value, row));
	};

/** The account's users under what `value` is: an e-mail address or a name. */
export async function usersFor(value: unknown, row: KommoRow): Promise<Named[]> {
	const all = await row.session.lookups.users();
	return shown(value).includes('@') ? all.map(({ id, email }) => ({ id, name: email })) : all;
}

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

/**
 * Prices are whole numbers (fact sheet §4.1); a fraction is refused unless the user has it rounded.
 * @param canRound whether the form has the option Round Price
 */
export const price =
	(label: string, canRound = true): Transform =>
	(value, row) => {
		if (isBlank(value)) return undefined;
		const amount = parseNumber(value, label);
		if (Number.isSafeInteger(amount)) return amount;
		if (row.parameter('options.roundPrice') === true) return Math.round(amount);
		throw new InvalidValue(
			`'${label}' is not a whole number: ${shown(value)}`,
			`The API takes whole prices. Round it in an expression${canRound ? ", or switch on 'Round Price' in the options" : ''}.`,
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

/** True or false, also as n8n's expressions and tables write them; a blank is "not set". */
export const yesNo =
	(label: string): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const word = shown(value).trim().toLowerCase();
		if (word === 'true' || word === '1') return true;
		if (word === 'false' || word === '0') return false;
		throw new InvalidValue(
			`'${label}' is neither true nor false: ${shown(value)}`,
			'Use true or false.',
		);
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

/**
 * For fields that only some choices need. n8n itself demands a `required` field whenever it is
 * shown, and beside an expression that makes the choice it shows the fields of all choices.
 */
export const needed =
	(label: string, to: Transform): Transform =>
	(value, row) => {
		if (!isBlank(value)) return to(value, row);
		throw new InvalidValue(
			`'${label}' is empty`,
			'Enter a value, or check the expression: it gave nothing for this item.',
		);
	};

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
