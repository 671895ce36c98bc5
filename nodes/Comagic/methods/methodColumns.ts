import type {
	FieldType,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { Method, Param } from '../catalogue/method';
import { labelOf } from '../fields/labels';
import { toOptions } from '../fields/paramField';
import { currentMethod } from './currentMethod';

/** The form of the chosen method, from the catalogue. */
export async function methodColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const method = currentMethod(this);
	return await Promise.resolve({ fields: method ? columnsOf(method) : [] });
}

/** A column for each parameter of a method, the required ones first. */
export function columnsOf({ params, verb }: Method): ResourceMapperField[] {
	const columns = params.map((param) => column(param, verb));
	return [
		...columns.filter(({ required }) => required),
		...columns.filter(({ required }) => !required),
	];
}

function column(param: Param, verb: string): ResourceMapperField {
	const { name, required } = param;
	const type = typeOf(param);
	return {
		id: name,
		displayName: `${labelOf(name)}${hintOf(param)}`,
		// pages of updates mark more as required than a partial update can need (fact sheet §B.8)
		required: required && (verb !== 'update' || name === 'id'),
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type,
		...(type === 'options' ? { options: choicesOf(param) } : {}),
	};
}

/** As texts: the mapper has no other, and expressions may give real ones. */
const YES_OR_NO = [
	{ name: 'False', value: 'false' },
	{ name: 'True', value: 'true' },
];

const choicesOf = ({ type, choices }: Param): INodePropertyOptions[] =>
	type === 'boolean' ? YES_OR_NO : toOptions(choices ?? []);

/**
 * Lists of plain values are written with commas; what is nested is JSON. A switch would be sent as
 * off without being touched, because n8n fills it in: yes or no is a choice that can stay open.
 */
function typeOf({ type, choices, children }: Param): FieldType {
	switch (type) {
		case 'boolean':
			return 'options';
		case 'datetime':
		case 'date':
			return 'dateTime';
		case 'number':
			return choices === null ? 'number' : 'options';
		case 'object':
			return 'object';
		case 'array':
			return children.length > 0 ? 'array' : 'string';
		default:
			return choices === null || choices.length === 0 ? 'string' : 'options';
	}
}

function hintOf({ type, choices, children, limits }: Param): string {
	const parts = [
		type === 'array' && children.length === 0 ? 'separated by commas' : '',
		type === 'array' && choices !== null ? choices.join(' / ') : '',
		children.length > 0 ? `JSON: ${children.map(({ name }) => name).join(', ')}` : '',
		limits ?? '',
	].filter(Boolean);
	return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
