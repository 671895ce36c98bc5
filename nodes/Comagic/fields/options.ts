import type { INodeProperties } from 'n8n-workflow';

import type { QueryValue } from '../../shared/wire';
import { userIdOf } from '../transport/credentials';
import { USER } from '../transport/rpcParams';
import type { ComagicField, ComagicRow } from './comagicField';

const field = (prop: INodeProperties): ComagicField => ({ prop });

/** A switch that is set once for the node. */
export const toggle = (
	displayName: string,
	name: string,
	byDefault: boolean,
	description: string,
): ComagicField =>
	field({
		displayName,
		name,
		type: 'boolean',
		noDataExpression: true,
		// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-boolean -- the default is passed in
		default: byDefault,
		description,
	});

/** How requests travel: read by the connector, set once for the node. */
export const transportOptions: ComagicField[] = [
	toggle(
		'Ignore SSL Issues (Insecure)',
		'allowUnauthorizedCerts',
		false,
		'Whether to connect even if SSL certificate validation is not possible',
	),
	field({
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0 },
		default: 60,
		description:
			'How long one request may wait for points of the next minute and after refusals; never for the next day',
	}),
	field({
		displayName: 'Proxy',
		name: 'proxy',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. http://proxy.example.com:3128',
		description: "HTTP proxy to use instead of n8n's own setting",
	}),
	field({
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1 },
		default: 120,
		description: 'How long to wait for the answer to one request; long ranges take their time',
	}),
];

/** Data API: the user an agent acts for, instead of the credential's; each item may have its own. */
export const actingUser: ComagicField = {
	prop: {
		displayName: 'Acting User ID',
		name: 'userId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12345',
		description:
			"Only for agents (partners): ID of the customer's user to act for, instead of 'User ID' of the credential",
		routing: { send: { type: 'query', property: USER } },
	},
	to: (value) => userIdOf(value, 'Acting User ID') ?? undefined,
};

/** Query of a further request for the same item: for the same user. */
export function actingFor(row: ComagicRow): Record<string, QueryValue> {
	const userId = userIdOf(row.parameter('options.userId'), 'Acting User ID');
	return userId === null ? {} : { [USER]: userId };
}

export const retryCreates: ComagicField = toggle(
	'Retry Creates',
	'retryCreates',
	false,
	'Whether to repeat a create whose answer was lost. It may then be carried out twice. Calls are never started twice.',
);

export const validateOnly: ComagicField = toggle(
	'Validate Only',
	'validateOnly',
	false,
	'Whether to give the requests as items instead of sending them',
);

export const asTool: ComagicField = toggle(
	'Allow Deleting as Tool',
	'allowToolDelete',
	false,
	'Whether an AI agent that uses this node as a tool may delete, take tags off, switch numbers off, end calls, block contacts and buy',
);

/** The collection `options`, its fields in alphabetical order. */
export function optionsOf(fields: ComagicField[]): ComagicField {
	const sorted = [...fields].sort((a, b) => a.prop.displayName.localeCompare(b.prop.displayName));
	return {
		prop: {
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			default: {},
			placeholder: 'Add Option',
		},
		fields: sorted,
	};
}
