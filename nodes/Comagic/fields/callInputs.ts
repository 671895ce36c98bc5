import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { ComagicField, Transform } from './comagicField';
import { referenceModes, type ReferenceName } from './references';

type More = Partial<INodeProperties>;

/** A field of the form whose value goes to `property`, made right by `to`. */
export function callField(
	displayName: string,
	name: string,
	property: string,
	to: Transform,
	more: More = {},
): ComagicField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'string',
		default: '',
		...more,
		routing: { send: { type: 'body', property } },
	};
	return { prop, to };
}

/** A record of the account by its id, which the Call API takes as a number only (§E.5). */
export const recordField = (
	displayName: string,
	name: string,
	property: string,
	reference: ReferenceName,
	more: More = {},
): ComagicField =>
	callField(displayName, name, property, wholeNumber(displayName), {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: referenceModes(reference),
		...more,
	});

/** A whole number that loses no digits; texts of digits are one, too. Empty is left out. */
export const wholeNumber =
	(label: string, least = 1, most = Number.MAX_SAFE_INTEGER): Transform =>
	(value) => {
		const given: unknown = isLocator(value) ? value.value : value;
		if (isBlank(given)) return undefined;
		const number = /^\d{1,16}$/.test(shown(given).trim()) ? Number(shown(given)) : NaN;
		if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
		const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
		throw new InvalidValue(
			`'${label}' is not a whole number: ${shown(given)}`,
			`Enter digits only, ${range}.`,
		);
	};

const word =
	(label: string, choices: INodePropertyOptions[]): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		const wanted = shown(value).trim().toLowerCase();
		const found = choices.find((choice) => choice.value === wanted);
		if (found) return found.value;
		const known = choices.map((choice) => choice.value).join(', ');
		throw new InvalidValue(`'${label}' does not exist: ${shown(value)}`, `Use one of ${known}.`);
	};

/** One of the documented words. */
export const choiceField = (
	displayName: string,
	name: string,
	property: string,
	options: INodePropertyOptions[],
	more: More = {},
): ComagicField =>
	callField(displayName, name, property, word(displayName, options), {
		type: 'options',
		options,
		default: options[0]?.value ?? '',
		...more,
	});

const yesOrNo =
	(label: string): Transform =>
	(value) => {
		const said = shown(value).trim().toLowerCase();
		if (said === '') return undefined;
		if (['true', '1'].includes(said)) return true;
		if (['false', '0'].includes(said)) return false;
		throw new InvalidValue(`'${label}' is neither true nor false: ${said}`, 'Use true or false.');
	};

/** A switch of the form. */
export const toggle = (
	displayName: string,
	name: string,
	property: string,
	byDefault: boolean,
	description: string,
): ComagicField =>
	callField(displayName, name, property, yesOrNo(displayName), {
		type: 'boolean',
		default: byDefault,
		description,
	});

/** Keys to press; a number from an expression is a text of keys. */
export const keys =
	(label: string, allowed: RegExp, says: string): Transform =>
	(value) => {
		const text = shown(value).trim();
		if (text === '') return undefined;
		if (allowed.test(text)) return text;
		throw new InvalidValue(`'${label}' has other characters than it takes: ${text}`, says);
	};

/** A text; a blank one is left out. */
export const text =
	(label: string): Transform =>
	(value) => {
		if (isBlank(value)) return undefined;
		if (typeof value !== 'object') return shown(value).trim();
		throw new InvalidValue(`'${label}' is not a text`, 'Pick one value in the expression.');
	};
