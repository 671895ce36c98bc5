import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { requireMethod } from '../catalogue/catalogue';
import type { Method, Param } from '../catalogue/method';
import { PARAMS } from '../transport/rpcParams';
import type { ComagicField, ComagicOperation, ComagicRow } from './comagicField';
import { changeOptions, createOptions, getOptions, listOptions, readOptions } from './dataOptions';
import { dateRange } from './dateRange';
import { filtersField } from './filters';
import { camelCase } from './labels';
import { fieldNames, limit, returnAll, sortField } from './listFields';
import { paramField, paramInputs, refuseMissing, type ParamUse } from './paramField';
import { REFERENCES, referenceModes, type ReferenceName } from './references';
import { refuseEmptyChange, requiredFromStored } from './storedValues';
import { toWireValue } from './wireValue';

/** What tells one operation of the Data API from another; the rest is in the catalogue. */
export interface MethodUse {
	/** e.g. `get.tags` */
	method: string;
	name: string;
	value: string;
	action: string;
	description: string;
	noun: string;
	note?: string;
	/** What is to be said of single parameters. */
	params?: Record<string, ParamUse>;
	/** Optional parameters that stand among the required ones. */
	top?: string[];
	/** Parameters that the form leaves out. */
	without?: string[];
	/** Further options of the operation. */
	options?: ComagicField[];
	/** A last look at the params before they are sent. */
	check?: ComagicOperation['check'];
}

/** A list: dates where the method has them, Return All, columns, filters, order. */
export function listOperation(use: MethodUse): ComagicOperation {
	const method = requireMethod(use.method);
	const methodOf = () => method;
	const own = method.params
		.filter(({ name }) => name !== 'date_from' && name !== 'date_till')
		.map((param) => ({
			...param,
			required: use.params?.[param.name]?.required ?? param.required,
		}));
	const dates = method.params.some(({ name }) => name === 'date_from');
	const areDatesRequired = method.params.some((one) => one.name === 'date_from' && one.required);
	return {
		...base(use, 'GET'),
		kind: 'list',
		root: 'data',
		list: async ({ session, ...reading }) => await session.readList({ session, ...reading }),
		fields: [
			...(dates ? dateRange(use.method, areDatesRequired) : []),
			...fieldsOf(use, required(own)),
			returnAll,
			limit,
			...grammar(method, methodOf),
			...collectionOf(use, 'Additional Parameters', 'additionalParameters', optional(own)),
			listOptions(use.options),
		],
		check: paramsToQuery,
	};
}

function grammar({ common }: Method, methodOf: () => Method): ComagicField[] {
	return [
		...(common.has('fields') ? [fieldNames(methodOf)] : []),
		...(common.has('filter') ? [filtersField(methodOf)] : []),
		...(common.has('sort') ? [sortField(methodOf)] : []),
	];
}

/** One record by its id, from the list (§B.4): many items share a request. */
export function getOperation(use: MethodUse & { reference?: ReferenceName }): ComagicOperation {
	return {
		...base({ ...use, method: `${use.method}/{id}` }, 'GET'),
		kind: 'get',
		filterById: true,
		root: 'data',
		fields: [idField(use.noun, use.reference), getOptions()],
	};
}

/** A method that answers with one object, or a short list. */
export function objectOperation(use: MethodUse): ComagicOperation {
	return {
		...base(use, 'GET'),
		kind: 'call',
		root: 'data',
		fields: [
			...paramFields(use, 'additionalFields', 'Additional Fields'),
			readOptions(use.options),
		],
		check: paramsToQuery,
	};
}

/** A method that makes something new: it is not repeated when its fate is unknown. */
export function createOperation(use: MethodUse): ComagicOperation {
	return writeOperation(use, createOptions(use.options));
}

function writeOperation(use: MethodUse, options: ComagicField): ComagicOperation {
	const { params } = requireMethod(use.method);
	const inputs = paramFields(use, 'additionalFields', 'Additional Fields');
	return {
		...base(use, 'POST'),
		kind: 'write',
		root: 'data',
		fields: [...inputs, options],
		check: (body, row) => {
			refuseMissing(inputs, params, body);
			use.check?.(body, row);
		},
	};
}

/**
 * A partial update; what its page marks as required is filled from the stored record where the form
 * leaves it out, because nobody knows which of it the service insists on (§B.8).
 * @param storedAt the list that has the record
 */
export function updateOperation(
	use: MethodUse & { reference?: ReferenceName; storedAt?: string },
): ComagicOperation {
	const method = requireMethod(use.method);
	const changing = optional(wanted(use, method)).concat(required(wanted(use, method)));
	const { completing, check } = requiredFromStored(method, use.noun, use.storedAt ?? null);
	return {
		...base(use, 'POST'),
		kind: 'write',
		root: 'data',
		fields: [
			{ ...idField(use.noun, use.reference), to: idToBody(use.noun) },
			...collectionOf(use, 'Update Fields', 'updateFields', changing, false),
			...emptiable(changing, method),
			changeOptions([...completing, ...(use.options ?? [])]),
		],
		check: (body, row) => {
			refuseEmptyChange(body, use.noun);
			check(body, row);
		},
	};
}

/** A change that may be repeated: it sets or removes something by name. */
export function changeOperation(use: MethodUse): ComagicOperation {
	return writeOperation(use, changeOptions(use.options));
}

export function deleteOperation(use: MethodUse & { reference?: ReferenceName }): ComagicOperation {
	return {
		...base(use, 'DELETE'),
		kind: 'write',
		root: 'data',
		fields: [
			{ ...idField(use.noun, use.reference), to: idToBody(use.noun) },
			changeOptions(use.options),
		],
		answersNothing: true,
	};
}

type Base = Pick<ComagicOperation, 'option' | 'noun' | 'note'>;

function base(use: MethodUse, method: 'GET' | 'POST' | 'DELETE'): Base {
	const { name, value, action, description, noun, note } = use;
	const url = `data/${use.method}`;
	const option: INodePropertyOptions = { name, value, action, description };
	return {
		option: { ...option, routing: { request: { method, url } } },
		noun,
		...(note === undefined ? {} : { note }),
	};
}

const required = (params: Param[]): Param[] => params.filter((one) => one.required);
const optional = (params: Param[]): Param[] => params.filter((one) => !one.required);

function wanted({ without = [] }: MethodUse, { params }: Method): Param[] {
	return params.filter(({ name }) => name !== 'id' && !without.includes(name));
}

function paramFields(use: MethodUse, name: string, displayName: string): ComagicField[] {
	const { without = [], top = [], method } = use;
	const params = requireMethod(method).params.filter((one) => !without.includes(one.name));
	const isRequired = (one: Param) => one.required || top.includes(one.name);
	return [
		...fieldsOf(use, params.filter(isRequired)),
		...collectionOf(
			use,
			displayName,
			name,
			params.filter((one) => !isRequired(one)),
		),
	];
}

const fieldsOf = ({ method, params: uses = {} }: MethodUse, params: Param[]): ComagicField[] =>
	params.flatMap((param) => paramInputs(method, param, uses[param.name]));

function collectionOf(
	use: MethodUse,
	displayName: string,
	name: string,
	params: Param[],
	mayRequire = true,
): ComagicField[] {
	if (params.length === 0) return [];
	const fields = params.flatMap((param) => {
		const own = use.params?.[param.name];
		return paramInputs(use.method, param, mayRequire ? own : { ...own, required: false });
	});
	const sorted = fields.sort((a, b) => a.prop.displayName.localeCompare(b.prop.displayName));
	return [
		{
			prop: { displayName, name, type: 'collection', default: {}, placeholder: 'Add Field' },
			fields: sorted,
		},
	];
}

/** Optional fields that an update may empty: `null` (§B.5). */
function emptiable(params: Param[], { params: all }: Method): ComagicField[] {
	const names = params.filter(({ name }) => all.some((one) => one.name === name && !one.required));
	if (names.length === 0) return [];
	return [
		{
			prop: {
				displayName: 'Empty Fields',
				name: 'emptyFields',
				type: 'multiOptions',
				options: names
					.map(({ name }) => ({
						name: paramField('', paramNamed(names, name)).prop.displayName.replace(
							/ Names or IDs$/,
							'',
						),
						value: name,
					}))
					.sort((a, b) => a.name.localeCompare(b.name)),
				default: [],
				description: 'Fields whose stored value is to be removed',
			},
			to: (value, row) => {
				if (!Array.isArray(value)) return undefined;
				for (const name of value.map(String)) row.body(name, null);
				return undefined;
			},
		},
	];
}

function paramNamed(params: Param[], name: string): Param {
	const found = params.find((one) => one.name === name);
	if (!found) throw new Error(`No parameter is called ${name}`);
	return found;
}

/** The record an operation is about: `tagId`. */
export function idField(noun: string, reference?: ReferenceName): ComagicField {
	const displayName = noun.replace(/\b\w/g, (letter) => letter.toUpperCase());
	const name = `${camelCase(noun.replace(/ /g, '_'))}Id`;
	const label = reference ? displayName : `${displayName} ID`;
	return {
		prop: {
			displayName: label,
			name,
			required: true,
			...(reference && !('byNumber' in REFERENCES[reference])
				? {
						type: 'resourceLocator' as const,
						default: { mode: 'list', value: '' },
						modes: referenceModes(reference),
					}
				: { type: 'string' as const, default: '', placeholder: 'e.g. 1234' }),
			routing: { send: { type: 'body', property: 'id' } },
		},
		to: (value, row) => {
			const id = toId(value, label);
			row.path('id', id);
			return id;
		},
	};
}

const ID: Omit<Param, 'name'> = {
	type: 'number',
	required: true,
	choices: null,
	limits: null,
	children: [],
};

const toId = (value: unknown, label: string): number =>
	Number(toWireValue({ ...ID, name: 'id' }, value, { label, zone: 'utc' }));

function idToBody(noun: string): NonNullable<ComagicField['to']> {
	const label = noun.replace(/\b\w/g, (letter) => letter.toUpperCase());
	return (value) => toId(value, label);
}

/** Reads carry their params in the query (see the session). */
export function paramsToQuery(body: IDataObject, row: ComagicRow): void {
	if (Object.keys(body).length > 0) row.query(PARAMS, JSON.stringify(body));
}
