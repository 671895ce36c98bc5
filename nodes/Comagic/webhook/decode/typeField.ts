import type { IDataObject } from 'n8n-workflow';

import { safeName } from '../../../shared/safeName';
import { kindOf, snakeName, type FieldKind } from './fieldKinds';
import { absoluteLink } from './links';
import { readStrictJson } from './looseJson';
import { Members, numberOrDigits, Placeholder, type LooseValue } from './looseValue';
import { isoOfText, isoOfTimestamp } from './times';

type JsonValue = IDataObject[string];

/** What typing depends on. */
export interface TypingRules {
	/** IANA name of the account's zone: its times say none. */
	timezone: string;
	/** Recording links get what they lack; null leaves them as they came. */
	links: { origin: string } | null;
}

/**
 * The values of a notification as its fields want them; times have a twin `…_iso`.
 * @see fact sheet §D.3
 */
export function typedFields(fields: Map<string, LooseValue>, rules: TypingRules): IDataObject {
	const typed: Array<[string, JsonValue]> = [];
	for (const [name, value] of fields) {
		const kind = kindOf(name);
		const one = typedValue(value, kind, rules);
		typed.push([name, one]);
		const iso = isoTwin(one, kind, rules.timezone);
		const twin = `${name}_iso`;
		if (iso !== null && !fields.has(twin)) typed.push([twin, iso]);
	}
	return Object.fromEntries(typed);
}

function isoTwin(value: JsonValue, kind: FieldKind, timezone: string): string | null {
	if (kind === 'timestamp') return isoOfTimestamp(value);
	return kind === 'time' || kind === 'plain' ? isoOfText(value, timezone) : null;
}

function typedValue(value: LooseValue, kind: FieldKind, rules: TypingRules): JsonValue {
	if (value === null) return null;
	switch (kind) {
		case 'id':
		case 'number':
		case 'timestamp':
			return Array.isArray(value) ? listOf(value, kind, rules) : numeric(value, rules);
		case 'phone':
		case 'text':
			return textOf(value, rules);
		case 'flag':
			return flag(value, rules);
		case 'direction':
			return direction(value, rules);
		case 'ids':
			return listOf(asList(value, /[,;\s]+/), 'id', rules);
		case 'texts':
			return listOf(asList(value, null), 'text', rules);
		case 'links':
			return listOf(asList(value, /[,;\s]+/), 'link', rules);
		case 'link':
			return Array.isArray(value) ? listOf(value, 'link', rules) : link(value, rules);
		case 'time':
		case 'plain':
			return asItCame(value, rules);
	}
}

const listOf = (values: LooseValue[], kind: FieldKind, rules: TypingRules): JsonValue =>
	values.map((one) => typedValue(one, kind, rules));

/** A list, whatever it was written as; `separator` takes a text apart that is no JSON. */
function asList(value: LooseValue, separator: RegExp | null): LooseValue[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	const text = value.trim();
	const parsed = text.startsWith('[') ? readStrictJson(text) : undefined;
	if (Array.isArray(parsed)) return parsed;
	const parts: string[] = separator === null ? [text] : text.split(separator);
	return parts.filter((part) => part !== '');
}

function numeric(value: LooseValue, rules: TypingRules): JsonValue {
	if (typeof value !== 'string') return asItCame(value, rules);
	return numberOrDigits(value.trim()) ?? value;
}

function textOf(value: LooseValue, rules: TypingRules): JsonValue {
	return typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: asItCame(value, rules);
}

function flag(value: LooseValue, rules: TypingRules): JsonValue {
	if (value === 1 || value === 0) return value === 1;
	if (typeof value !== 'string') return asItCame(value, rules);
	const text = value.trim().toLowerCase();
	if (['1', 'true', 't', 'yes', 'да'].includes(text)) return true;
	return ['0', 'false', 'f', 'no', 'нет'].includes(text) ? false : value;
}

function direction(value: LooseValue, rules: TypingRules): JsonValue {
	if (typeof value !== 'string') return asItCame(value, rules);
	const text = value.trim().toLowerCase();
	if (/^(?:in$|in(?:bound|coming)\b|вход)/.test(text)) return 'in';
	return /^(?:out$|out(?:bound|going)\b|исход)/.test(text) ? 'out' : value;
}

function link(value: LooseValue, rules: TypingRules): JsonValue {
	if (typeof value !== 'string' || rules.links === null) return asItCame(value, rules);
	return absoluteLink(value, rules.links.origin);
}

/** Objects inside of lists have their fields typed, too. */
function asItCame(value: LooseValue, rules: TypingRules): JsonValue {
	if (Array.isArray(value)) return listOf(value, 'plain', rules);
	if (value instanceof Placeholder) return null;
	if (!(value instanceof Members)) return value;
	const named = value.list.map(([name, one]): [string, LooseValue] => [
		safeName(snakeName(name)),
		one,
	]);
	return typedFields(new Map(named), rules);
}
