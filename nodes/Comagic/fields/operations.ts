import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { requireMethod } from '../catalogue/catalogue';
import { listRules } from '../catalogue/listRules';
import type { Method } from '../catalogue/method';
import { PARAMS } from '../transport/rpcParams';
import type { ComagicField, ComagicOperation, ComagicRow } from './comagicField';
import { changeOptions, createOptions, getOptions, listOptions, readOptions } from './dataOptions';
import { dateRange } from './dateRange';
import { filtersField } from './filters';
import { idField, idToBody } from './idField';
import { fieldNames, limit, returnAll, sortField } from './listFields';
import type { MethodUse } from './methodUse';
import { asTool } from './options';
import { refuseMissing } from './paramField';
import {
	collectionOf,
	emptiable,
	fieldsOf,
	optional,
	paramFields,
	required,
	wanted,
} from './paramSets';
import type { ReferenceName } from './references';
import { refuseEmptyChange, requiredFromStored } from './storedValues';

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
		...base({ note: noteOf(use.method), ...use }, 'GET'),
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

/** What a reader of the documentation should know of long ranges. */
function noteOf(method: string): string | undefined {
	const { maxDays, isAggregate, key } = listRules(method);
	if (maxDays === null) return undefined;
	return isAggregate
		? `Sums over the range: more than ${maxDays} days are refused, because parts do not add up.`
		: `More than ${maxDays} days, or more rows than one question gives, are read in parts that overlap; rows are told apart by ${key.join(', ')}.`;
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
	const needed = params.filter(({ name }) => use.params?.[name]?.required !== false);
	return {
		...base(use, 'POST'),
		kind: 'write',
		root: 'data',
		fields: [...inputs, options],
		check: (body, row) => {
			refuseMissing(inputs, needed, body);
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
			changeOptions([asTool, ...(use.options ?? [])]),
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

/** Reads carry their params in the query (see the session). */
export function paramsToQuery(body: IDataObject, row: ComagicRow): void {
	if (Object.keys(body).length > 0) row.query(PARAMS, JSON.stringify(body));
}
