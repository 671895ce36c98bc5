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

/** Fields that are the same in several operations of a resource are described once. */
function resourceFields<S extends Session>(resource: Resource<S>): INodeProperties[] {
	const shared: Array<{ prop: INodeProperties; operations: string[] }> = [];
	for (const operation of resource.operations) {
		for (const field of operation.fields) {
			const prop = property(field);
			const known = shared.find((entry) => isEqual(entry.prop, prop));
			if (known) known.operations.push(operationValue(operation));
			else shared.push({ prop, operations: [operationValue(operation)] });
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

function operationValue<S extends Session>(operation: Operation<S>): string {
	return String(operation.option.value);
}

/** What n8n gets to see of a field: our routing is read by our engine alone. */
function property<S extends Session>(field: Field<S>): INodeProperties {
	const prop = omit(field.prop, 'routing');
	if (!field.fields || field.prop.type !== 'collection') return prop;
	return { ...prop, options: field.fields.map(property) };
}
