import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { Param } from '../catalogue/method';
import { checkLimits } from './limits';
import { labelOf } from './labels';
import { toDay, toMoment } from './moments';

/** Lists whose elements are ids; numbers in them are numbers (§E.5). */
const ID_LISTS = /^(?:.*_)?(?:ids|groups|members|sites)$/;
/** Ids of another system, phone numbers, or documented as a list of texts. */
const TEXT_LISTS = /ext_ids$|value_ids$|^number_capacity_ids$|(?:^|_)(?:phones|phone_numbers)$/;

interface Use {
	/** The field's name in the form, for messages. */
	label: string;
	/** Zone of values that say their offset. */
	zone: string;
}

/**
 * A value of the form in the type that the catalogue names: expressions give texts, the API takes
 * numbers as numbers only (fact sheet §E.5). `null` stays `null`: it empties a field (§B.5).
 * @throws InvalidValue naming the field
 */
export function toWireValue(param: Param, value: unknown, use: Use): unknown {
	if (value === null) return null;
	const given = isLocator(value) ? value.value : value;
	switch (param.type) {
		case 'number':
			return checkLimits(param, toNumber(given, use), use.label);
		case 'boolean':
			return toBoolean(given, use.label);
		case 'datetime':
			return param.limits === 'date'
				? toDay(given, use.zone, use.label)
				: toMoment(given, use.zone, use.label).text;
		case 'date':
			return toDay(given, use.zone, use.label);
		case 'array':
			return checkLimits(param, toList(param, given, use), use.label);
		case 'object':
			return toObject(param.children, given, use);
		case 'any':
			return isIdOf(param, given) ? Number(given) : given;
		default:
			if (param.type === 'enum' && isIdOf(param, given)) return Number(given);
			return param.limits === 'date'
				? toDay(given, use.zone, use.label)
				: toText(param, given, use);
	}
}

/** Whether there is nothing to send; an explicit null is something. */
export const isAbsent = (value: unknown): boolean => value !== null && isBlank(value);

/** The filled properties of an object, each in its type; unknown ones go as they are. */
export function toWireObject(params: Param[], value: IDataObject, use: Use): IDataObject {
	const entries = Object.entries(value).filter(([, one]) => !isAbsent(one));
	return Object.fromEntries(
		entries.map(([name, one]) => {
			const param = params.find((known) => known.name === name);
			const label = use.label === '' ? labelOf(name) : `${use.label}: ${labelOf(name)}`;
			return [name, param ? toWireValue(param, one, { ...use, label }) : one];
		}),
	) as IDataObject;
}

/** Properties that the vendor's page marks as required and that a value lacks, as paths. */
export function missingParams(params: Param[], value: IDataObject, above = ''): string[] {
	return params.flatMap((param) => {
		const path = `${above}${param.name}`;
		const one = value[param.name];
		if (one === undefined) return param.required ? [path] : [];
		const elements: unknown[] = Array.isArray(one) ? one : [one];
		return elements
			.filter(isRecord)
			.flatMap((element) => missingParams(param.children, element, `${path}.`));
	});
}

/** Some pages give an id no type, or the wrong one: ids are numbers (§E.5). */
const isIdOf = ({ name, choices }: Param, value: unknown): boolean =>
	choices === null && /(?:^|_)id$/.test(name) && /^\d{1,15}$/.test(shown(value).trim());

function toNumber(value: unknown, { label }: Use): number {
	const number = typeof value === 'string' ? Number(value.trim()) : value;
	if (typeof number === 'number' && Number.isFinite(number) && !isBlank(value)) return number;
	throw new InvalidValue(
		`'${label}' is not a number: ${shown(value)}`,
		'Enter digits, with a point before decimals.',
	);
}

function toBoolean(value: unknown, label: string): boolean {
	const word = shown(value).trim().toLowerCase();
	if (word === 'true' || word === '1') return true;
	if (word === 'false' || word === '0') return false;
	throw new InvalidValue(`'${label}' is neither true nor false: ${word}`, 'Use true or false.');
}

function toText(param: Param, value: unknown, { label }: Use): string {
	if (typeof value === 'object') {
		throw new InvalidValue(`'${label}' is not a text`, 'Pick one value in the expression.');
	}
	return String(checkLimits(param, toChoice(param, shown(value), label), label));
}

/** One of the documented words, whatever its letter case. */
function toChoice({ choices }: Param, given: string, label: string): string {
	if (choices === null || choices.length === 0) return given;
	const wanted = given.trim().toLowerCase();
	const found = choices.find((choice) => choice.toLowerCase() === wanted);
	if (found !== undefined) return found;
	throw new InvalidValue(
		`'${label}' does not exist: ${given}`,
		`Use one of ${choices.join(', ')}.`,
	);
}

function toList(param: Param, value: unknown, use: Use): unknown[] {
	const list = listOf(value, use.label);
	if (param.children.length === 0) return list.map((one) => toElement(param, one, use));
	return list.map((one, index) =>
		toObject(param.children, one, { ...use, label: `${use.label} ${index + 1}` }),
	);
}

function toElement(param: Param, value: unknown, use: Use): unknown {
	if (typeof value === 'object') return value;
	if (param.choices) return toChoice(param, shown(value), use.label);
	const { name } = param;
	if (TEXT_LISTS.test(name)) return shown(value);
	if (ID_LISTS.test(name)) return toNumber(value, use);
	return typeof value === 'string' ? value.trim() : value;
}

function toObject(params: Param[], value: unknown, use: Use): IDataObject {
	const parsed = typeof value === 'string' ? parseJson(value, use.label) : value;
	if (isRecord(parsed)) return toWireObject(params, parsed, use);
	throw new InvalidValue(
		`'${use.label}' is not an object`,
		`Enter JSON such as { "${params[0]?.name ?? 'name'}": … }.`,
	);
}

/** A list, its JSON, or a text separated by commas. */
export function listOf(value: unknown, label: string): unknown[] {
	if (Array.isArray(value)) return value.filter((one) => !isBlank(one));
	if (typeof value !== 'string') return [value];
	if (/^\s*[[{]/.test(value)) {
		const parsed = parseJson(value, label);
		return Array.isArray(parsed) ? parsed : [parsed];
	}
	return value
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

/** JSON of the form; throws InvalidValue naming the field. */
export function parseJson(text: string, label: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new InvalidValue(`'${label}' is not JSON`, 'Check quotes, commas and brackets.');
	}
}
