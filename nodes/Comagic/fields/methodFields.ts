import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isRecord } from '../../shared/wire';
import { findMethod } from '../catalogue/catalogue';
import type { Method } from '../catalogue/method';
import { methodName } from './chosenMethod';
import type { ComagicField, ComagicRow } from './comagicField';
import { labelOf } from './labels';
import { zoneOf } from './paramField';
import { isAbsent, missingParams, parseJson, toWireObject } from './wireValue';

/** The method that a row of 'Call Method' names. Throws InvalidValue for an unknown one. */
export function chosenMethod(row: ComagicRow): Method {
	const name = methodName(row.parameter('method'));
	const method = findMethod(name);
	if (method) return method;
	throw new InvalidValue(
		name === '' ? "'Method' is empty" : `'Method' does not exist: ${name}`,
		'Choose one from the list; names look like get.calls_report.',
	);
}

const method: ComagicField = {
	prop: {
		displayName: 'Method',
		name: 'method',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The method of the Data API to call',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a method…',
				typeOptions: { searchListMethod: 'searchMethods', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. get.calls_report',
			},
		],
	},
	to: (_value, row) => {
		const { name, verb } = chosenMethod(row);
		row.path('method', name);
		// what only reads, or is gone afterwards, may be repeated
		if (verb === 'get' || verb === 'getobj') row.method('GET');
		if (verb === 'delete') row.method('DELETE');
		return undefined;
	},
};

const mode: ComagicField = {
	prop: {
		displayName: 'Parameters As',
		name: 'parametersAs',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Form', value: 'form', description: 'An input for each parameter of the method' },
			{ name: 'JSON', value: 'json', description: 'The params object as the API documents it' },
		],
		default: 'form',
		description: 'How to enter what the method takes',
	},
	to: () => undefined,
};

const mapper: INodeProperties = {
	displayName: 'Parameters',
	name: 'parameters',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	displayOptions: { show: { parametersAs: ['form'] } },
	typeOptions: {
		loadOptionsDependsOn: ['method.value'],
		resourceMapper: {
			resourceMapperMethod: 'getMethodParameters',
			mode: 'add',
			valuesLabel: 'Parameters',
			fieldWords: { singular: 'parameter', plural: 'parameters' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			noFieldsError:
				'Nothing to enter here: no method is chosen yet, or it takes only what stands below.',
		},
	},
	description:
		'Inputs left empty are not sent. When mapping automatically, values are matched by parameter name, and others are left alone.',
};

const json: INodeProperties = {
	displayName: 'Parameters (JSON)',
	name: 'parametersJson',
	type: 'json',
	default: '{}',
	displayOptions: { show: { parametersAs: ['json'] } },
	description:
		'The params object; the access token is added. With limit or offset in it, one page is read as asked.',
};

/** What 'Call Method' asks for before the list grammar. */
export const methodFields: ComagicField[] = [
	method,
	mode,
	{ prop: mapper, to: fromForm },
	{ prop: json, to: fromJson },
];

function fromForm(value: unknown, row: ComagicRow): undefined {
	const { params, verb } = chosenMethod(row);
	const cells = cellsOf(value, row);
	const known: IDataObject = Object.fromEntries(
		params
			.filter(({ name }) => name in cells && cells[name] !== null)
			.map(({ name }) => [name, cells[name]]),
	);
	const typed = toWireObject(params, known, { label: '', zone: zoneOf(row) });
	const missing = missingParams(params, typed).filter((path) => !path.includes('.'));
	if (missing.length > 0 && verb !== 'update') {
		throw new InvalidValue(
			`'${missing.map((name) => labelOf(name)).join("', '")}' is empty`,
			'The method requires it. Enter a value, or check the expression: it gave nothing for this item.',
		);
	}
	send(withWholeDay(typed, known), missing, row);
	return undefined;
}

function cellsOf(value: unknown, row: ComagicRow): IDataObject {
	if (!isRecord(value)) return {};
	if (value.mappingMode === 'autoMapInputData') return row.json;
	return isRecord(value.value) ? value.value : {};
}

function fromJson(value: unknown, row: ComagicRow): undefined {
	const { params } = chosenMethod(row);
	const given =
		typeof value === 'string' && !isAbsent(value) ? parseJson(value, 'Parameters (JSON)') : value;
	if (!isRecord(given)) {
		throw new InvalidValue(
			"'Parameters (JSON)' is not an object",
			'Enter JSON such as { "date_from": "2026-01-01 00:00:00" }.',
		);
	}
	const typed = toWireObject(params, given, { label: '', zone: zoneOf(row) });
	send(withWholeDay(typed, given), missingParams(params, typed), row);
	return undefined;
}

/** A last day without a time is meant as a whole. */
function withWholeDay(typed: IDataObject, given: IDataObject): IDataObject {
	const { date_till: till } = given;
	if (typeof till !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(till.trim())) return typed;
	const sent = typed.date_till;
	if (typeof sent !== 'string' || !sent.endsWith(' 00:00:00')) return typed;
	return { ...typed, date_till: `${sent.slice(0, 10)} 23:59:59` };
}

function send(params: IDataObject, missing: string[], row: ComagicRow): void {
	if (missing.length > 0) {
		row.warn(`The method's page marks as required what is not sent: ${missing.join(', ')}`);
	}
	for (const [name, value] of Object.entries(params)) row.body(name, value);
}
