import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import { requireMethod } from '../catalogue/catalogue';
import type { Method, Param } from '../catalogue/method';
import type { ComagicField, ComagicRow } from './comagicField';
import { camelCase, labelOf } from './labels';
import type { MethodUse } from './methodUse';
import { paramField, paramInputs } from './paramField';

export const required = (params: Param[]): Param[] => params.filter((one) => one.required);
export const optional = (params: Param[]): Param[] => params.filter((one) => !one.required);

export function wanted({ without = [] }: MethodUse, { params }: Method): Param[] {
	return params.filter(({ name }) => name !== 'id' && !without.includes(name));
}

export function paramFields(use: MethodUse, name: string, displayName: string): ComagicField[] {
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

/** Which method's parameters, and what is said of them. */
type ParamUses = Pick<MethodUse, 'method' | 'params'>;

export const fieldsOf = (
	{ method, params: uses = {} }: ParamUses,
	params: Param[],
): ComagicField[] => params.flatMap((param) => paramInputs(method, param, uses[param.name]));

export function collectionOf(
	use: ParamUses,
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

/** Optional fields that an update may empty: `null` (fact sheet §B.5). */
export function emptiable(params: Param[], { params: all }: Method): ComagicField[] {
	const open = params.filter(({ name }) => all.some((one) => one.name === name && !one.required));
	if (open.length === 0) return [];
	const names = open.map(({ name }) => name);
	const prop: INodeProperties = {
		displayName: 'Empty Fields',
		name: 'emptyFields',
		type: 'multiOptions',
		options: open
			.map((param) => ({ name: paramField('', param).prop.displayName, value: param.name }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: [],
		description: 'Fields whose stored value is to be removed',
	};
	return [{ prop, to: (value, row) => emptyFields(value, names, row) }];
}

function emptyFields(value: unknown, names: string[], row: ComagicRow): undefined {
	if (!Array.isArray(value)) return;
	const filled = row.parameter('updateFields');
	for (const name of value.map(shown)) {
		if (!names.includes(name)) {
			throw new InvalidValue(
				`'Empty Fields' does not exist: ${name}`,
				`Use some of ${names.join(', ')}.`,
			);
		}
		if (isRecord(filled) && !isBlank(filled[camelCase(name)])) {
			throw new InvalidValue(
				`'${labelOf(name)}' is both filled and emptied`,
				"Take it out of 'Update Fields' or out of 'Empty Fields'.",
			);
		}
		row.body(name, null);
	}
}
