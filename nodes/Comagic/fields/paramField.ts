import omit from 'lodash/omit';
import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import type { Param } from '../catalogue/method';
import type { ComagicField, ComagicRow } from './comagicField';
import { camelCase, labelOf } from './labels';
import { LIST_REFERENCES, PARAM_REFERENCES, REFERENCES, referenceModes } from './references';
import type { ReferenceName } from './references';
import { isAbsent, toWireValue } from './wireValue';

/** What a resource says about a parameter beyond the catalogue. */
export interface ParamUse {
	displayName?: string;
	description?: string;
	placeholder?: string;
	/** The records it names; null: none, although its name says so. */
	reference?: ReferenceName | null;
	required?: boolean;
	default?: INodeProperties['default'];
	displayOptions?: INodeProperties['displayOptions'];
}

/** A property of the form and the parameter it fills. */
export function paramField(method: string, param: Param, use: ParamUse = {}): ComagicField {
	const displayName = use.displayName ?? displayNameOf(param, use);
	const shape = shapeOf(method, param, displayName, use);
	const prop: INodeProperties = {
		displayName,
		name: camelCase(param.name),
		default: '',
		...shape,
		...(use.default === undefined ? {} : { default: use.default }),
		...((use.required ?? param.required) ? { required: true } : {}),
		...(use.description === undefined ? {} : { description: use.description }),
		...(use.placeholder === undefined ? {} : { placeholder: use.placeholder }),
		...(use.displayOptions === undefined ? {} : { displayOptions: use.displayOptions }),
		routing: { send: { type: 'body', property: param.name } },
	};
	return { prop, to: (value, row) => toParam(param, prop, value, row) };
}

/**
 * The inputs of a parameter: one, or two for a list of objects, whose entries can also come from an
 * expression as a whole.
 */
export function paramInputs(method: string, param: Param, use: ParamUse = {}): ComagicField[] {
	const field = paramField(method, param, use);
	const { prop } = field;
	if (prop.type !== 'fixedCollection' || param.type !== 'array') return [field];
	const asJson: INodeProperties = {
		...prop,
		...jsonShape(param),
		displayName: `${prop.displayName} (JSON)`,
		name: `${prop.name}Json`,
		default: '',
		typeOptions: {},
		placeholder: '',
	};
	const json: ComagicField = {
		prop: omit(asJson, ['options', 'typeOptions', 'placeholder', 'required']),
		to: (value, row) => toParam(param, asJson, value, row),
	};
	// either of the two fills it
	return [{ ...field, prop: omit(prop, ['required']) }, json];
}

/** What a request cannot do without, whichever input fills it. Throws InvalidValue. */
export function refuseMissing(fields: ComagicField[], params: Param[], body: IDataObject): void {
	const missing = params.find(({ name, required }) => required && body[name] === undefined);
	if (!missing) return;
	const field = fields.find(({ prop }) => prop.routing?.send?.property === missing.name);
	throw new InvalidValue(
		`'${field?.prop.displayName ?? labelOf(missing.name)}' is empty`,
		'Enter a value, or check the expression: it gave nothing for this item.',
	);
}

/** A record is chosen, not only its id: `Site`. */
function displayNameOf(param: Param, use: ParamUse): string {
	const label = labelOf(param.name);
	return referenceOf(param, use) && param.type !== 'array' ? label.replace(/ ID$/, '') : label;
}

function referenceOf({ name }: Param, { reference }: ParamUse): ReferenceName | null | undefined {
	return reference === undefined ? PARAM_REFERENCES[name] : reference;
}

/** The zone of dates that say their offset: the option's, else the workflow's. */
export function zoneOf(row: ComagicRow): string {
	const chosen = row.parameter('options.timeZone');
	return typeof chosen === 'string' && chosen.trim() !== '' ? chosen.trim() : row.timezone;
}

function toParam(param: Param, prop: INodeProperties, value: unknown, row: ComagicRow): unknown {
	const use = { label: prop.displayName, zone: zoneOf(row) };
	if (value === null) return undefined;
	if (prop.type === 'fixedCollection') {
		const given = fromFixedCollection(param, value);
		return given === undefined ? undefined : toWireValue(param, given, use);
	}
	// what a picker gives is a list even when nothing is picked
	if (Array.isArray(value) && value.length === 0 && prop.type === 'multiOptions') return undefined;
	return isAbsent(value) ? undefined : toWireValue(param, value, use);
}

/** `{ entry: … }` of the form as the API's object or list; an expression may give that itself. */
function fromFixedCollection(param: Param, value: unknown): unknown {
	if (!isRecord(value)) return isBlank(value) ? undefined : value;
	if (!('entry' in value)) return Object.keys(value).length === 0 ? undefined : value;
	const { entry } = value;
	if (param.type === 'array') return Array.isArray(entry) && entry.length > 0 ? entry : undefined;
	return isRecord(entry) && Object.values(entry).some((one) => !isBlank(one)) ? entry : undefined;
}

type Shape = Partial<INodeProperties> & Pick<INodeProperties, 'type'>;

function shapeOf(method: string, param: Param, displayName: string, use: ParamUse): Shape {
	const reference = referenceOf(param, use);
	if (reference && param.type !== 'array') {
		return {
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: referenceModes(reference),
		};
	}
	if (param.type === 'array') return listShape(method, param, displayName);
	if (param.type === 'object') return objectShape(param);
	return scalarShape(param);
}

function scalarShape(param: Param): Shape {
	switch (param.type) {
		case 'boolean':
			return {
				type: 'boolean',
				default: false,
				description: `Whether '${labelOf(param.name)}' is on`,
			};
		case 'datetime':
		case 'date':
			return { type: 'dateTime' };
		default:
			if (param.choices !== null) return { type: 'options', ...choiceOptions(param.choices) };
			return { type: 'string', ...secret(param.name) };
	}
}

const secret = (name: string): Partial<INodeProperties> =>
	name.endsWith('password') ? { typeOptions: { password: true } } : {};

function choiceOptions(choices: string[]): Pick<INodeProperties, 'options' | 'default'> {
	return { options: toOptions(choices), default: choices[0] ?? '' };
}

export const toOptions = (choices: string[]): INodePropertyOptions[] =>
	choices
		.map((value) => ({ name: labelOf(value.replace(/\./g, '_')), value }))
		.sort((a, b) => a.name.localeCompare(b.name));

function listShape(method: string, param: Param, displayName: string): Shape {
	const listed = LIST_REFERENCES[`${method} ${param.name}`];
	if (listed) {
		return {
			type: 'multiOptions',
			displayName: `${displayName.replace(/ IDs$/, '').replace(/s$/, '')} Names or IDs`,
			typeOptions: { loadOptionsMethod: REFERENCES[listed].load },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		};
	}
	if (param.choices !== null) {
		return { type: 'multiOptions', options: toOptions(param.choices), default: [] };
	}
	if (param.children.length === 0) {
		return { type: 'string', description: 'Separated by commas, or a list from an expression' };
	}
	return isFlat(param) ? entryShape(param, true) : jsonShape(param);
}

const objectShape = (param: Param): Shape =>
	isFlat(param) ? entryShape(param, false) : jsonShape(param);

/** An input cannot show what is nested deeper. */
const isFlat = ({ children }: Param): boolean =>
	children.length > 0 &&
	children.every(({ type, children: below }) => type !== 'object' && below.length === 0);

const jsonShape = (param: Param): Shape => ({
	type: 'json',
	description: `${param.type === 'array' ? 'A list of objects' : 'An object'} with ${param.children
		.map(({ name, required }) => (required ? `${name} (required)` : name))
		.join(', ')}, as JSON or from an expression`,
});

function entryShape(param: Param, isList: boolean): Shape {
	return {
		type: 'fixedCollection',
		...(isList ? { typeOptions: { multipleValues: true } } : {}),
		default: {},
		placeholder: isList ? 'Add Entry' : 'Add Values',
		options: [
			{
				displayName: isList ? 'Entry' : 'Values',
				name: 'entry',
				values: param.children.map(entryProperty),
			},
		],
	};
}

/** All inputs of an entry are always there: each needs a way to be left out. */
function entryProperty(param: Param): INodeProperties {
	const base = { displayName: labelOf(param.name), name: param.name, default: '' };
	const isOptional = param.required ? {} : { description: 'Left out when empty' };
	if (param.type === 'boolean') {
		const options = [
			{ name: 'False', value: 'false' },
			{ name: 'Not Set', value: '' },
			{ name: 'True', value: 'true' },
		];
		return { ...base, type: 'options', options };
	}
	if (param.type === 'array' && param.choices !== null) {
		return { ...base, type: 'multiOptions', options: toOptions(param.choices), default: [] };
	}
	if (param.choices !== null) {
		const options = [{ name: 'Not Set', value: '' }, ...toOptions(param.choices)];
		return { ...base, type: 'options', options: options.sort(byName) };
	}
	if (param.type === 'datetime' || param.type === 'date') return { ...base, type: 'dateTime' };
	return { ...base, type: 'string', ...secret(param.name), ...isOptional };
}

const byName = (a: INodePropertyOptions, b: INodePropertyOptions): number =>
	a.name.localeCompare(b.name);
