import methods from '../../../../nodes/Comagic/catalogue/methods.json';

/** A parameter as the vendor's page has it (fact sheet §0). */
export interface RawParam {
	name: string;
	type?: string;
	required?: boolean | string;
	enum?: string[];
	limits?: string;
	children?: RawParam[];
}

interface RawMethod {
	common_params: string[];
	params: RawParam[];
}

export const RAW_METHODS = methods as unknown as Record<string, RawMethod>;

/** Names of the catalogue without second pages. */
export const RAW_NAMES = Object.keys(RAW_METHODS).filter((name) => !name.includes('#'));

/** All parameters that the pages of a method name. */
export const rawParams = (name: string): RawParam[] => [
	...(RAW_METHODS[name]?.params ?? []),
	...(RAW_METHODS[`${name}#2`]?.params ?? []),
];

const GRAMMAR = new Set(['user_id', 'limit', 'offset', 'filter', 'fields', 'sort']);
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What is wrong with the params of a request, one sentence each; written from the sheet, not from the node. */
export function complaints(name: string, params: Record<string, unknown>): string[] {
	const known = rawParams(name);
	const common = RAW_METHODS[name]?.common_params ?? [];
	const strange = Object.keys(params).filter(
		(key) =>
			!known.some((param) => param.name === key) && !(GRAMMAR.has(key) && common.includes(key)),
	);
	return [...strange.map((key) => `unexpected ${key}`), ...objectComplaints(known, params, '')];
}

function objectComplaints(
	known: RawParam[],
	value: Record<string, unknown>,
	above: string,
): string[] {
	return known.flatMap((param) => {
		const path = `${above}${param.name}`;
		const one = value[param.name];
		if (one === undefined) return param.required === true ? [`missing ${path}`] : [];
		return valueComplaints(param, one, path);
	});
}

function valueComplaints(param: RawParam, value: unknown, path: string): string[] {
	if (!isOfType(param, value)) return [`${path} is ${JSON.stringify(value)}, not ${param.type}`];
	const words = Array.isArray(value) ? value : [value];
	if (param.enum && words.some((word) => !param.enum?.includes(String(word)))) {
		return [`${path} has a word that does not exist: ${JSON.stringify(value)}`];
	}
	const children = param.children ?? [];
	if (children.length === 0) return [];
	return words.flatMap((one) =>
		objectComplaints(children, one as Record<string, unknown>, `${path}.`),
	);
}

function isOfType({ type, limits }: RawParam, value: unknown): boolean {
	switch (type) {
		case 'number':
			return typeof value === 'number';
		case 'boolean':
			return typeof value === 'boolean';
		case 'datetime':
			return (limits === 'date' ? DAY : TIME).test(String(value));
		case 'date':
			return DAY.test(String(value));
		case 'array':
			return Array.isArray(value);
		case 'object':
			return typeof value === 'object' && value !== null && !Array.isArray(value);
		case 'string':
			return typeof value === 'string';
		default:
			return true;
	}
}
