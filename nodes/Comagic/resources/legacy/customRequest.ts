import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import { isRecord, type HttpMethod } from '../../../shared/wire';
import type { ComagicField, ComagicOperation } from '../../fields/comagicField';
import {
	asTool,
	optionsOf,
	retryCreates,
	transportOptions,
	validateOnly,
} from '../../fields/options';
import { rowsOf } from '../../transport/listRows';
import { AS_IS } from '../../transport/legacyReads';

const METHODS: HttpMethod[] = ['GET', 'POST'];

const method: ComagicField = {
	prop: {
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS.map((one) => ({ name: one, value: one })),
		default: 'GET',
		description: 'GET reads; everything that changes something is a POST',
	},
	to: (value, row) => {
		const known = METHODS.find((one) => one === shown(value).trim().toUpperCase());
		if (!known) throw new InvalidValue(`'Method' does not exist: ${shown(value)}`);
		row.method(known);
		return undefined;
	},
};

const path: ComagicField = {
	prop: {
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. create_site/',
		description: "What comes after '/api/v1/'",
	},
	to: (value, row) => {
		row.path('path', toPath(shown(value)));
		return undefined;
	},
};

const parameters: ComagicField = {
	prop: {
		displayName: 'Parameters',
		name: 'parameters',
		type: 'json',
		default: '{}',
		description:
			"An object, as JSON or from an expression; it travels in the query of a GET and in the form of a POST. Dates go out as they are: the API leaves the day of 'date_till' out.",
	},
	to: () => undefined,
};

/** Everything the API has beside the other operations (fact sheet §A.5). */
export const customRequest: ComagicOperation = {
	option: {
		name: 'Custom Request',
		value: 'customRequest',
		action: 'Make a custom request',
		description: 'Send a request that no other operation covers, e.g. create_site or get_cdr_in',
		routing: { request: { method: 'GET', url: 'session/v1/{path}/' } },
	},
	kind: 'write',
	answerOnly: true,
	root: '',
	noun: 'request',
	query: { [AS_IS]: true },
	fields: [
		method,
		path,
		parameters,
		optionsOf([asTool, validateOnly, retryCreates, ...transportOptions]),
	],
	check: (body, row) => {
		Object.assign(body, toObject(row.parameter('parameters')));
	},
	// a list becomes items; an answer without anything says that it went well
	spread: (answer) => {
		const { data } = answer;
		const isEmpty = isRecord(data) && Object.keys(data).length === 0;
		return isEmpty ? [{ success: true }] : rowsOf(data);
	},
};

/** A path below `/api/v1/` of the credential's own host, nothing else. */
function toPath(given: string): string {
	const plain = given
		.trim()
		.replace(/^[/]+/, '')
		.replace(/^(?:api[/])?v1[/]/, '')
		.replace(/[/]+$/, '');
	if (/^[\w-]+(?:[/][\w-]+)*$/.test(plain)) return plain;
	throw new InvalidValue(
		`'Path' is not a path of the API: ${given}`,
		"Enter what comes after '/api/v1/', e.g. create_site/.",
	);
}

function toObject(value: unknown): Record<string, unknown> {
	const parsed = typeof value === 'string' ? parse(value) : (value ?? {});
	if (isRecord(parsed)) return parsed;
	throw new InvalidValue("'Parameters' is not an object", 'Enter JSON such as { "site_id": 12 }.');
}

function parse(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
