import isEqual from 'lodash/isEqual';
import omit from 'lodash/omit';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field, Operation, Resource, Session } from './operation';

/** The node's form, made from the declarations: resource, operation, then each operation's fields. */
export function describeForm<S extends Session>(resources: Array<Resource<S>>): INodeProperties[] {
	const [first] = resources;
	return [
		// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- the default is computed
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: first?.value ?? '',
		},
		...resources.map(operationSelector),
		...resources.flatMap(resourceFields),
	];
}

function operationSelector<S extends Session>(resource: Resource<S>): INodeProperties {
	const options: INodePropertyOptions[] = resource.operations.map(({ option }) =>
		omit(option, 'routing'),
	);
	// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- the default is computed
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options,
		default: options[0]?.value ?? '',
	};
}

interface Shared {
	prop: INodeProperties;
	operations: string[];
}

/**
 * Fields that are the same in several operations of a resource are described once, as long as
 * every operation keeps its own order.
 */
function resourceFields<S extends Session>(resource: Resource<S>): INodeProperties[] {
	const shared: Shared[] = [];
	for (const operation of resource.operations) {
		let after = -1;
		for (const field of operation.fields) {
			after = place(shared, property(field), operationValue(operation), after);
		}
	}
	return shared.map(({ prop, operations }) => ({
		...prop,
		displayOptions: {
			...prop.displayOptions,
			show: { resource: [resource.value], operation: operations, ...prop.displayOptions?.show },
		},
	}));
}

/** Adds the operation to a like field behind place `after`, or appends it; gives its place. */
function place(shared: Shared[], prop: INodeProperties, operation: string, after: number): number {
	const known = shared.findIndex((entry, index) => index > after && isEqual(entry.prop, prop));
	if (known < 0) return shared.push({ prop, operations: [operation] }) - 1;
	shared[known]?.operations.push(operation);
	return known;
}

function operationValue<S extends Session>(operation: Operation<S>): string {
	return String(operation.option.value);
}

/** What n8n gets to see of a field: our routing is read by our engine alone. */
export function property<S extends Session>(field: Field<S>): INodeProperties {
	const prop = openToNames(omit(field.prop, 'routing'));
	if (!field.fields || field.prop.type !== 'collection') return prop;
	return { ...prop, options: field.fields.map(property) };
}

/** Lists of the account take names and new IDs from expressions: the editor must not warn of them. */
function openToNames(prop: INodeProperties): INodeProperties {
	const values = prop.options?.map((option) =>
		'values' in option ? { ...option, values: option.values.map(openToNames) } : option,
	);
	const nested = values ? { ...prop, options: values } : prop;
	return prop.typeOptions?.loadOptionsMethod ? { ...nested, allowArbitraryValues: true } : nested;
}
