import { isRecord } from '../../shared/wire';
import type { CommonParam, Method, OutField, Param, ValueType } from './method';

const VALUE_TYPES: Record<string, ValueType> = {
	string: 'string',
	number: 'number',
	id: 'number',
	boolean: 'boolean',
	datetime: 'datetime',
	date: 'date',
	enum: 'enum',
	array: 'array',
	object: 'object',
	duration: 'string',
};

const COMMON: CommonParam[] = ['user_id', 'limit', 'offset', 'filter', 'fields', 'sort'];

/** An entry of the catalogue in our words; throws for a shape that the catalogue does not have. */
export function parseMethod(name: string, pages: unknown[]): Method {
	const entries = pages.filter(isRecord);
	const listed = new Set(entries.flatMap(({ common_params: common }) => words(common)));
	return {
		name,
		verb: name.split('.')[0] ?? '',
		component: text(entries[0]?.component),
		agentsOnly: entries.every(({ access }) => access === 'A'),
		common: new Set(COMMON.filter((one) => listed.has(one))),
		params: joined(entries.flatMap(({ params }) => records(params).map(toParam))),
		fields: joined(entries.flatMap(({ fields }) => records(fields).map(toField))),
	};
}

function toParam(entry: Record<string, unknown>): Param {
	return {
		name: text(entry.name),
		type: VALUE_TYPES[text(entry.type)] ?? 'any',
		required: entry.required === true,
		choices: Array.isArray(entry.enum) ? words(entry.enum) : null,
		limits: typeof entry.limits === 'string' ? entry.limits : null,
		children: records(entry.children).map(toParam),
	};
}

function toField(entry: Record<string, unknown>): OutField {
	return {
		name: text(entry.name),
		type: VALUE_TYPES[text(entry.type)] ?? 'any',
		choices: Array.isArray(entry.enum) ? words(entry.enum) : null,
		filter: entry.filter === true,
		sort: entry.sort === true,
		isDefault: entry.default === true,
	};
}

/** Two pages describe one method: what stands on the second only is added. */
function joined<T extends { name: string }>(all: T[]): T[] {
	const byName = new Map<string, T>();
	for (const one of all) {
		const known = byName.get(one.name);
		byName.set(one.name, known ? withMoreFlags(known, one) : one);
	}
	return [...byName.values()];
}

/** What one page allows the method has, even if the other page is silent. */
function withMoreFlags<T extends object>(known: T, more: T): T {
	const granted = Object.entries(more).filter(([, value]) => value === true);
	return { ...known, ...Object.fromEntries(granted) };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const records = (value: unknown): Array<Record<string, unknown>> =>
	Array.isArray(value) ? value.filter(isRecord) : [];
