/** Params against their page: unknown, missing, wrong type, wrong value (§B.10, point 3). */
import { isRecord } from '../../kommo/guards';
import type { ParamSpec } from '../data/catalogue';
import { fromLocal } from '../localTime';
import { invalid, missing, RpcError } from './errors';

type Params = Record<string, unknown>;

/**
 * @param specs what the method's own page lists
 * @param known names that are allowed besides
 * @throws RpcError -32602 with `field`; nested names are joined with dots
 */
export function validate(
	params: Params,
	specs: readonly ParamSpec[],
	known: readonly string[],
): void {
	checkObject(params, specs, new Set(known), '');
}

function checkObject(
	value: Params,
	specs: readonly ParamSpec[],
	known: ReadonlySet<string>,
	path: string,
): void {
	for (const name of Object.keys(value)) {
		if (known.has(name) || specs.some((spec) => spec.name === name)) continue;
		throw new RpcError('unexpected_parameters', { field: path + name, value: value[name] });
	}
	for (const spec of specs) {
		const given = value[spec.name];
		const isEmpty = given === undefined || given === null;
		if (isEmpty && spec.required === true) throw missing(path + spec.name);
		if (!isEmpty) checkValue(given, spec, path + spec.name);
	}
}

function checkValue(value: unknown, spec: ParamSpec, field: string): void {
	checkType(value, spec.type, field);
	if (spec.enum) checkEnum(value, spec.enum, field);
	if (spec.limits) checkLimits(value, spec.limits, field);
	const { children } = spec;
	if (!children || children.length === 0) return;
	if (Array.isArray(value)) {
		const entries: unknown[] = value;
		for (const entry of entries) {
			// a list of ids where the page shows objects is not worth a refusal
			if (isRecord(entry)) checkObject(entry, children, new Set(), `${field}.`);
			else throw new RpcError('data_type_error', { field, value });
		}
	} else if (isRecord(value)) {
		checkObject(value, children, new Set(), `${field}.`);
	}
}

const isText = (value: unknown): value is string => typeof value === 'string';

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
	number: (value) => typeof value === 'number' && Number.isFinite(value),
	integer: (value) => Number.isInteger(value),
	string: isText,
	datetime: isText,
	date: isText,
	enum: (value) => isText(value) || typeof value === 'number' || Array.isArray(value),
	boolean: (value) => typeof value === 'boolean',
	array: Array.isArray,
	object: isRecord,
};

const DAY = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/;

function checkType(value: unknown, type: string | undefined, field: string): void {
	const check = type === undefined ? undefined : TYPES[type];
	if (check && !check(value)) throw new RpcError('data_type_error', { field, value });
	const form = type === 'datetime' ? DATE_TIME : type === 'date' ? DAY : undefined;
	if (!form || !isText(value)) return;
	if (!form.test(value) || fromLocal(value) === undefined) throw invalid(field, value);
}

function checkEnum(value: unknown, allowed: readonly unknown[], field: string): void {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	const names = allowed.map(String);
	if (values.some((entry) => !names.includes(String(entry)))) throw invalid(field, value);
}

function checkLimits(value: unknown, limits: string, field: string): void {
	if (!isWithin(value, limits)) throw invalid(field, value);
}

function isWithin(value: unknown, limits: string): boolean {
	const range = /^(-?\d+)\.\.(-?\d+)$/.exec(limits);
	if (range) {
		const size = Number(value);
		return size >= Number(range[1]) && size <= Number(range[2]);
	}
	const [, rule, bound] = /^(len<=|len>=|max |min )(\d+)$/.exec(limits) ?? [];
	const size = isText(value) || Array.isArray(value) ? value.length : Number(value);
	if (rule === 'max ' || rule === 'len<=') return size <= Number(bound);
	if (rule === 'min ' || rule === 'len>=') return size >= Number(bound);
	if (limits === 'E164') return isText(value) && (value === '' || /^\d{5,15}$/.test(value));
	if (limits === 'date') return isText(value) && DAY.test(value);
	return true;
}
