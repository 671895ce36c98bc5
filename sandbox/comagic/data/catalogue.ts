/** The vendor's method pages in machine form (§0), read once. */
import { textOf } from '../textOf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../kommo/guards';

export interface ParamSpec {
	name: string;
	/** Absent where the page is silent: anything goes. */
	type?: string;
	required?: boolean | 'conditional';
	enum?: readonly unknown[];
	/** Range, length or format, e.g. `1..150`, `max 10`, `len<=5`, `E164`. */
	limits?: string;
	children?: ParamSpec[];
}

export interface FieldSpec extends ParamSpec {
	filter?: boolean;
	sort?: boolean;
	default?: boolean;
}

export interface MethodSpec {
	name: string;
	/** A = agent, C = client. */
	access: string;
	/** Empty when none is named. */
	component: string;
	/** Points. */
	weight: number;
	commonParams: readonly string[];
	params: ParamSpec[];
	resultShape: string | null;
	/** False: the page has no column of defaults, everything is returned. */
	hasDefaults: boolean;
	fields: FieldSpec[];
}

const FILE = join(__dirname, '../../../nodes/Comagic/catalogue/methods.json');

let methods: Map<string, MethodSpec> | undefined;

/** All methods by name; two pages of one method are one entry. */
export function catalogue(): ReadonlyMap<string, MethodSpec> {
	methods ??= read();
	return methods;
}

function read(): Map<string, MethodSpec> {
	const pages: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
	const found = new Map<string, MethodSpec>();
	if (!isRecord(pages)) return found;
	for (const [key, page] of Object.entries(pages)) {
		if (!isRecord(page)) continue;
		const name = key.replace(/#\d+$/, '');
		const spec = specOf(name, page);
		const first = found.get(name);
		found.set(name, first ? merged(first, spec) : spec);
	}
	return found;
}

function specOf(name: string, page: Record<string, unknown>): MethodSpec {
	return {
		name,
		access: String(page.access),
		component: textOf(page.component),
		weight: typeof page.weight === 'number' ? page.weight : 1,
		commonParams: Array.isArray(page.common_params) ? page.common_params.map(String) : [],
		params: specsOf(page.params),
		resultShape: typeof page.result_shape === 'string' ? page.result_shape : null,
		hasDefaults: page.has_default_flags === true,
		fields: specsOf(page.fields),
	};
}

function specsOf(list: unknown): FieldSpec[] {
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return entries.filter(isRecord).map((entry) => ({
		name: String(entry.name),
		...(typeof entry.type === 'string' ? { type: entry.type } : {}),
		...(entry.required === true || entry.required === 'conditional'
			? { required: entry.required }
			: {}),
		...(Array.isArray(entry.enum) ? { enum: entry.enum } : {}),
		...(typeof entry.limits === 'string' ? { limits: entry.limits } : {}),
		...(entry.filter === true ? { filter: true } : {}),
		...(entry.sort === true ? { sort: true } : {}),
		...(entry.default === true ? { default: true } : {}),
		...(entry.children ? { children: specsOf(entry.children) } : {}),
	}));
}

/** The first page says what comes by default; the second adds what else may be sent and asked for. */
function merged(first: MethodSpec, second: MethodSpec): MethodSpec {
	const has = (list: ParamSpec[], name: string) => list.some((spec) => spec.name === name);
	const own = first.hasDefaults
		? first.fields
		: first.fields.map((field) => ({ ...field, default: true }));
	const fields = own.map((field) => {
		const twin = second.fields.find(({ name }) => name === field.name);
		return { ...field, filter: field.filter ?? twin?.filter, sort: field.sort ?? twin?.sort };
	});
	return {
		...first,
		hasDefaults: first.hasDefaults || fields.length > 0,
		params: [...first.params, ...second.params.filter(({ name }) => !has(first.params, name))],
		fields: [...fields, ...second.fields.filter(({ name }) => !has(fields, name))],
		commonParams: [...new Set([...first.commonParams, ...second.commonParams])],
	};
}
