import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { findMethod } from '../../../../nodes/Comagic/catalogue/catalogue';
import type { ComagicField, ComagicOperation } from '../../../../nodes/Comagic/fields/comagicField';
import { dataResources, methodOf } from '../../../../nodes/Comagic/resources/dataApi';
import { leavesSameState } from '../../../../nodes/Comagic/transport/repeatable';
import { shown } from '../../../../nodes/shared/shown';
import { planOf } from './plannedRow';
import { complaints, rawParams } from './validateParams';

interface Case {
	resource: string;
	name: string;
	operation: ComagicOperation;
}

const CASES: Case[] = dataResources
	.filter(({ value }) => value !== 'method')
	.flatMap(({ value: resource, operations }) =>
		operations.map((operation) => ({ resource, name: String(operation.option.value), operation })),
	);

/** Values that no type tells. */
const SAMPLES: Record<string, unknown> = {
	callingPhoneNumber: '79150001122',
	calledPhoneNumber: '74950000001',
	extensionPhoneNumber: '777',
	filterJson: '{}',
	groupPhoneNumber: '901',
	password: 'long enough',
	operator_password: 'long enough',
	extension_phone_number: '777',
	schedules:
		'[{"activity_days":{"type":"days_of_week","days":[1]},"activity_time":[{"time_from":"09:00","time_till":"18:00"}],"activity_date_from":"2026-11-01"}]',
	campaignConditions:
		'{"group_conditions":[{"conditions":[{"type":"include","campaign_parameter":"channel","operator":"=","value":"x"}]}]}',
	length_visitor_id: '6',
};

/** Inputs that fill what another one fills, or must not be filled beside another. */
const LEFT_OUT = /Json$|^emptyFields$|^options$|^fields$|^sort$|^filters$|^wavRecords$/;

function sample(prop: INodeProperties): unknown {
	const { name, type, options = [] } = prop;
	if (name in SAMPLES) return SAMPLES[name];
	const [choice] = options.flatMap((one) =>
		'value' in one && one.value !== '' ? [one.value] : [],
	);
	switch (type) {
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: '7' };
		case 'boolean':
			return true;
		case 'dateTime':
			return '2026-11-01T10:00:00';
		case 'options':
			return choice;
		case 'multiOptions':
			return choice === undefined ? ['7'] : [choice];
		case 'fixedCollection':
			return { entry: entries(prop) };
		case 'json':
			return '[]';
		default:
			return '7';
	}
}

function entries({ options = [], typeOptions }: INodeProperties): IDataObject | IDataObject[] {
	const [group] = options;
	const values = group && 'values' in group ? group.values : [];
	const entry = Object.fromEntries(values.map((one) => [one.name, sample(one)])) as IDataObject;
	return typeOptions?.multipleValues ? [entry] : entry;
}

/** Every input of the operation filled. */
const filled = (fields: ComagicField[]): INodeParameters =>
	Object.fromEntries(
		fields
			.filter(({ prop }) => !LEFT_OUT.test(prop.name))
			.map(({ prop, fields: members }) => [prop.name, members ? filled(members) : sample(prop)]),
	) as INodeParameters;

/** The wire's params, wherever the engine gathers them. */
function paramsOf(
	method: string,
	row: { body: IDataObject; query: IDataObject } | undefined,
): IDataObject {
	const { $params: text = '{}' } = row?.query ?? {};
	const read = JSON.parse(shown(text)) as IDataObject;
	const body = row?.body ?? {};
	if (!method.startsWith('upload.')) return { ...body, ...read };
	const list = rawParams(method).find(({ type }) => type === 'array')?.name ?? '';
	return { [list]: [body] };
}

it.each(CASES)(
	'$resource $name sends every parameter of its page in its type',
	async ({ resource, name, operation }) => {
		const method = methodOf(resource, name) ?? '';
		const plan = await planOf(operation, { ...filled(operation.fields), returnAll: true });
		expect([...plan.invalid.values()]).toEqual([]);
		const [row] = plan.rows;
		if (operation.kind === 'get') {
			expect(row?.path).toBe(`data/${method}/7`);
			return;
		}
		expect(row?.path).toBe(`data/${method}`);
		const params = paramsOf(method, row);
		expect(complaints(method, params)).toEqual([]);
		const isUpload = method.startsWith('upload.');
		const sent = isUpload ? ((Object.values(params)[0] as IDataObject[])[0] ?? {}) : params;
		const documented = isUpload
			? (rawParams(method).find(({ type }) => type === 'array')?.children ?? [])
			: rawParams(method);
		const missing = documented
			.map((param) => param.name)
			.filter((param) => sent[param] === undefined && !ABSENT.has(`${method} ${param}`));
		expect(missing).toEqual([]);
	},
);

/** Parameters that a form leaves out on purpose. */
const ABSENT = new Set([
	// the other kind of record is filled
	'upload.calls wav_records',
	// one contact at a time
	'delete.contacts ids',
]);

it('knows every method that a form calls', () => {
	for (const { resource, name } of CASES)
		expect(findMethod(methodOf(resource, name) ?? '')).not.toBeNull();
	expect(CASES.length).toBeGreaterThan(90);
});

it('offers no collection without members', () => {
	const empty = CASES.flatMap(({ resource, name, operation }) =>
		operation.fields
			.filter(({ fields }) => fields?.length === 0)
			.map(({ prop }) => `${resource} ${name}: ${prop.name}`),
	);

	expect(empty).toEqual([]);
});

it("has 'Retry Creates' where a write is not repeated by itself, and nowhere else", () => {
	const odd = CASES.filter(({ operation: { fields, option } }) => {
		const { method, url } = option.routing.request;
		const options = fields.find(({ prop }) => prop.name === 'options')?.fields ?? [];
		const isOffered = options.some(({ prop }) => prop.name === 'retryCreates');
		const isLost = method === 'POST' && !leavesSameState(url.replace('data/', ''));
		return isOffered !== isLost;
	});

	expect(odd.map(({ resource, name }) => `${resource} ${name}`)).toEqual([]);
});
