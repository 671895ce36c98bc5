import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import { isRecord, type HttpMethod } from '../../../shared/wire';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { callOptions } from '../../fields/options';
import { RAW } from '../../transport/session';

const METHODS: HttpMethod[] = ['DELETE', 'GET', 'POST', 'PUT'];

export const call: ClevertimOperation = {
	option: {
		name: 'Call',
		value: 'call',
		action: 'Make a custom request',
		description: 'Send a request that no other operation covers; the answer comes as it is',
		routing: { request: { method: 'GET', url: '/api/{path}' } },
	},
	kind: 'write',
	answerOnly: true,
	root: '',
	noun: 'request',
	query: { [RAW]: true },
	fields: [
		{
			prop: {
				displayName: 'Method',
				name: 'method',
				type: 'options',
				options: METHODS.map((method) => ({ name: method, value: method })),
				default: 'GET',
			},
			to: (value, row) => {
				const method = METHODS.find((known) => known === shown(value).trim().toUpperCase());
				if (!method) throw new InvalidValue(`'Method' does not exist: ${shown(value)}`);
				row.method(method);
				return undefined;
			},
		},
		{
			prop: {
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. /contact/12',
				description: "What comes after '/api'",
			},
			to: (value, row) => {
				row.path('path', toPath(shown(value)));
				return undefined;
			},
		},
		{
			prop: {
				displayName: 'Body',
				name: 'body',
				type: 'json',
				default: '{}',
				displayOptions: { show: { method: ['POST', 'PUT'] } },
				description: 'An object, as JSON or from an expression',
			},
			to: () => undefined,
		},
		callOptions,
	],
	check: (body, row) => {
		const given = row.parameter('body');
		if (given !== null) Object.assign(body, toObject(given));
	},
};

/** A path below `/api` of the credential's own host, nothing else. */
function toPath(given: string): string {
	const path = given
		.trim()
		.replace(/^[/]+/, '')
		.replace(/^api[/]/, '')
		.replace(/[/]+$/, '');
	if (/^[\w-]+(?:[/][\w-]+)*$/.test(path)) return path;
	throw new InvalidValue(
		`'Path' is not a path of the API: ${given}`,
		"Enter what comes after '/api', e.g. /contact/12.",
	);
}

function toObject(value: unknown): Record<string, unknown> {
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (isRecord(parsed)) return parsed;
	throw new InvalidValue("'Body' is not an object", 'Enter JSON such as { "fn": "Ana" }.');
}

function parse(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
