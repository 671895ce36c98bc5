import type { INodeProperties } from 'n8n-workflow';

import { describeForm } from '../../../nodes/shared/describe';
import type { Field, Operation, Resource } from '../../../nodes/shared/operation';

const text = (name: string, more: Partial<INodeProperties> = {}): Field => ({
	prop: {
		displayName: name.toUpperCase(),
		name,
		type: 'string',
		default: '',
		routing: { send: { type: 'body', property: name } },
		...more,
	},
});
const operation = (value: string, fields: Field[]): Operation => ({
	option: { name: value, value, routing: { request: { method: 'GET', url: '/x' } } },
	kind: 'call',
	fields,
	root: '',
	noun: 'x',
});
const resources: Resource[] = [
	{
		name: 'Lead',
		value: 'lead',
		operations: [
			operation('create', [text('name'), text('note', { displayOptions: { show: { a: [1] } } })]),
			operation('update', [text('name'), text('other')]),
		],
	},
	{ name: 'Task', value: 'task', operations: [operation('get', [text('name')])] },
];
const form = describeForm(resources);
const named = (name: string) => form.filter((prop) => prop.name === name);

describe('the form made from the declarations', () => {
	test('starts with the resource, then one operation selector for each', () => {
		expect(
			form.slice(0, 3).map(({ name, options, displayOptions }) => ({
				name,
				values: options?.map((option) => ('value' in option ? option.value : '')),
				show: displayOptions?.show,
			})),
		).toEqual([
			{ name: 'resource', values: ['lead', 'task'], show: undefined },
			{ name: 'operation', values: ['create', 'update'], show: { resource: ['lead'] } },
			{ name: 'operation', values: ['get'], show: { resource: ['task'] } },
		]);
		expect(form.slice(0, 3).every(({ noDataExpression }) => noDataExpression === true)).toBe(true);
	});

	test('describes a field that several operations share once, per resource', () => {
		expect(named('name').map(({ displayOptions }) => displayOptions?.show)).toEqual([
			{ resource: ['lead'], operation: ['create', 'update'] },
			{ resource: ['task'], operation: ['get'] },
		]);
	});

	test('keeps the conditions of a field beside its operations', () => {
		expect(named('note')[0]?.displayOptions?.show).toEqual({
			resource: ['lead'],
			operation: ['create'],
			a: [1],
		});
	});

	test('shows n8n none of our routing, also not inside of collections', () => {
		const [collection] = describeForm([
			{
				name: 'Lead',
				value: 'lead',
				operations: [
					operation('create', [
						{ ...text('more', { type: 'collection', default: {} }), fields: [text('deep')] },
					]),
				],
			},
		]).slice(-1);

		expect(collection?.options).toEqual([
			{ displayName: 'DEEP', name: 'deep', type: 'string', default: '' },
		]);
		expect(JSON.stringify([form, collection])).not.toContain('routing');
	});
});
