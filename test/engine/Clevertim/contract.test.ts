import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { merge, set } from 'lodash';

import type {
	ClevertimField,
	ClevertimOperation,
} from '../../../nodes/Clevertim/fields/clevertimField';
import { resources } from '../../../nodes/Clevertim/resources';
import { clevertimRunner, useClevertimSandbox } from '../../support/clevertimSandbox';
import { BASES, EXCEPTIONS, SAMPLES, type Sample } from './contractSamples';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox({ now: () => Date.UTC(2026, 0, 12, 9) });

interface Case {
	name: string;
	resource: string;
	operation: ClevertimOperation;
}

const CASES: Case[] = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${String(operation.option.value)}`,
		resource: resource.value,
		operation,
	})),
);

/** Every parameter with its path; those of collections one by one. */
const parametersOf = (fields: ClevertimField[], parent = ''): Array<[string, INodeProperties]> =>
	fields.flatMap(({ prop, fields: members }): Array<[string, INodeProperties]> =>
		members ? parametersOf(members, `${prop.name}.`) : [[`${parent}${prop.name}`, prop]],
	);

function sampleOf(name: string, path: string, prop: INodeProperties): Sample {
	const parts = `${name}.${path}`.split('.');
	const key = parts.map((_, index) => parts.slice(index).join('.')).find((one) => one in SAMPLES);
	return key === undefined ? { value: ordinary(prop) } : (SAMPLES[key] ?? { value: null });
}

/** A value that is not the default. */
function ordinary({ type, options, default: usual, displayName }: INodeProperties): unknown {
	const choices = (options ?? []).flatMap((one) => ('value' in one ? [one.value] : []));
	const other = choices.find((one) => one !== usual);
	if (type === 'boolean') return usual !== true;
	if (type === 'dateTime') return '2026-02-01T10:00:00';
	if (type === 'number') return 7;
	if (type === 'string') return 'Sample';
	if (type === 'options' && other !== undefined) return other;
	if (type === 'multiOptions' && other !== undefined) return [other];
	throw new Error(`No sample is known for '${displayName}'`);
}

/** Everything a user could notice of a run. */
async function noticed(one: Case, parameters: INodeParameters, { world }: Sample): Promise<string> {
	sandbox().reset();
	world?.(sandbox());
	const run = clevertimRunner(sandbox, one.resource);
	const { items, error, hints } = await run(String(one.operation.option.value), parameters);
	const requests = sandbox()
		.requests()
		.map(({ method, path, body }) => ({ method, path, body }));
	return JSON.stringify({ requests, items, error: error?.message, hints });
}

/** Values that the operation's form has. */
function known({ operation }: Case, values: INodeParameters): INodeParameters {
	const names = new Set(operation.fields.map(({ prop }) => prop.name));
	return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

/** Parameters that several operations share are one object: they are tried once in each place. */
const tried = new Map<INodeProperties, Set<string>>();

function isTried(path: string, prop: INodeProperties): boolean {
	const paths = tried.get(prop) ?? new Set<string>();
	tried.set(prop, paths);
	if (paths.has(path)) return true;
	paths.add(path);
	return false;
}

/** Parameters, or their members, that change nothing. */
async function idle(one: Case): Promise<string[]> {
	const found: string[] = [];
	for (const [path, prop] of parametersOf(one.operation.fields)) {
		if (isTried(path, prop)) continue;
		if (EXCEPTIONS.has(path) || EXCEPTIONS.has(`${one.name}.${path}`)) continue;
		const sample = sampleOf(one.name, path, prop);
		const base = merge({}, BASES[one.name], known(one, sample.beside ?? {}));
		const given = set(structuredClone(base), path, sample.value);
		const before = await noticed(one, given, sample);
		if ((await noticed(one, base, sample)) === before) found.push(path);
		for (const [part, value] of Object.entries(sample.parts ?? {})) {
			const other = set(structuredClone(base), path, exchanged(sample.value, part, value));
			if ((await noticed(one, other, sample)) === before) found.push(`${path}: ${part}`);
		}
	}
	return found;
}

/** A fixed collection's value with one member exchanged, wherever it stands. */
function exchanged(value: unknown, part: string, other: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => exchanged(one, part, other));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			key === part ? other : exchanged(one, part, other),
		]),
	);
}

describe('every parameter changes a request or the output', () => {
	test.each(CASES)('$name', async (one) => expect(await idle(one)).toEqual([]), 60_000);
});

describe('every operation', () => {
	test.each(CASES)('$name runs with what it needs at least, as it declares', async (one) => {
		const run = clevertimRunner(sandbox, one.resource);
		const { error, items } = await run(String(one.operation.option.value), BASES[one.name] ?? {});
		expect(error).toBeNull();
		expect(items.length).toBeGreaterThan(0);

		const { method, url } = one.operation.option.routing.request;
		const pattern = new RegExp(`^${url.replace(/\{\w+\}/g, '[^/]+')}(?:/|$)`);
		const isUpsert = one.operation.option.value === 'upsert';
		const asked = sandbox()
			.requests()
			.filter((request) => isUpsert || request.method === method)
			.map(({ path }) => path);
		// settings are read as a list, also for one of them (§7)
		const isSettings = ['customField', 'user', 'group'].includes(one.resource) && method === 'GET';
		expect(asked.some((path) => pattern.test(isSettings ? `${path}/1` : path))).toBe(true);
	});
});
