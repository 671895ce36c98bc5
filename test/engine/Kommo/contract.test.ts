import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import merge from 'lodash/merge';
import set from 'lodash/set';

import type { KommoOperation } from '../../../nodes/Kommo/fields/kommoField';
import { resources } from '../../../nodes/Kommo/resources';
import type { LeapingClock } from '../../support/leapingClock';
import { useSandbox } from '../../support/sandbox';
import { BASES, EXCEPTIONS, SAMPLES, type Sample } from './contractSamples';
import { runnerOf } from './kommoRunner';

// retries wait for nothing here
jest.mock('../../../nodes/shared/clock', () => {
	const { LeapingClock: Clock } = jest.requireActual<{ LeapingClock: typeof LeapingClock }>(
		'../../support/leapingClock',
	);
	return { systemClock: new Clock() };
});

/** 12 January 2026: two runs at one moment answer alike. */
const NOW = Date.UTC(2026, 0, 12, 9);
const sandbox = useSandbox({ now: () => NOW });

interface Case {
	name: string;
	resource: string;
	operation: KommoOperation;
}

const CASES: Case[] = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${String(operation.option.value)}`,
		resource: resource.value,
		operation,
	})),
);

interface Parameter {
	path: string;
	prop: INodeProperties;
}

/** All parameters of the form, those in collections by their path. */
function parametersOf({ operation }: Case): Parameter[] {
	return operation.fields.flatMap(({ prop, fields }) =>
		fields
			? fields.map((member) => ({ path: `${prop.name}.${member.prop.name}`, prop: member.prop }))
			: [{ path: prop.name, prop }],
	);
}

function sampleFor(name: string, { path, prop }: Parameter): Sample {
	const parts = `${name}.${path}`.split('.');
	const [resource = ''] = parts;
	const keys = parts.map((_, index) => parts.slice(index).join('.'));
	const key = [keys[0] ?? '', `${resource}.${path}`, ...keys.slice(1)].find(
		(one) => one in SAMPLES,
	);
	return SAMPLES[key ?? ''] ?? { value: ordinary(prop) };
}

/** A value that is not the default, where the kind of the parameter tells one. */
function ordinary({ type, options, default: standard, displayName }: INodeProperties): unknown {
	const choices = (options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
	const choice = choices.find((value) => value !== standard);
	if (type === 'boolean') return standard !== true;
	if (type === 'dateTime') return '2026-02-01T10:00:00Z';
	if (type === 'number') return 7;
	if (type === 'string') return 'Sample';
	if (type === 'options' && choice !== undefined) return choice;
	if (type === 'multiOptions' && choice !== undefined) return [choice];
	throw new Error(`No sample is known for '${displayName}'`);
}

const TWO_ITEMS = [{ n: 1 }, { n: 2 }];

/** Runs that several parameters are compared with. */
const known = new Map<string, Promise<string>>();

/** Everything a user could notice of a run. */
async function effects(one: Case, parameters: INodeParameters, sample: Sample): Promise<string> {
	const { world, items } = sample;
	const key = JSON.stringify([one.name, parameters, world?.toString(), items]);
	const found = known.get(key) ?? observe(one, parameters, sample);
	known.set(key, found);
	return await found;
}

async function observe(
	{ resource, operation }: Case,
	parameters: INodeParameters,
	{ world, items = TWO_ITEMS }: Sample,
): Promise<string> {
	sandbox().reset();
	world?.(sandbox());
	const run = await runnerOf(sandbox, resource)(
		String(operation.option.value),
		structuredClone(parameters),
		items,
		{ settings: { onError: 'continueRegularOutput' } },
	);
	const requests = sandbox()
		.requests()
		.map(({ method, path, query, body, status }) => ({ method, path, query, body, status }));
	return JSON.stringify({
		requests,
		items: run.items,
		error: run.error?.message,
		hints: run.hints,
	});
}

async function hasEffect(one: Case, parameter: Parameter): Promise<boolean> {
	const sample = sampleFor(one.name, parameter);
	const base = merge({}, BASES[one.name], only(one, sample.beside ?? {}));
	const given = set(structuredClone(base), parameter.path, sample.value);
	if ((await effects(one, base, sample)) === (await effects(one, given, sample))) return false;
	for (const [part, value] of Object.entries(sample.parts ?? {})) {
		const other = set(structuredClone(given), parameter.path, changed(sample.value, part, value));
		if ((await effects(one, given, sample)) === (await effects(one, other, sample))) {
			throw new Error(`'${part}' of '${parameter.path}' has no effect`);
		}
	}
	return true;
}

/** Values that the operation's form has. */
function only({ operation }: Case, values: INodeParameters): INodeParameters {
	const names = new Set(operation.fields.map(({ prop }) => prop.name));
	return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

/** A fixed collection's value with one member exchanged, wherever it stands. */
function changed(value: unknown, part: string, other: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => changed(one, part, other));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			key === part ? other : changed(one, part, other),
		]),
	);
}

/** Members of a fixed collection, by name. */
const membersOf = ({ options }: INodeProperties): string[] =>
	(options ?? []).flatMap((option) =>
		'values' in option ? option.values.map(({ name }) => name) : [],
	);

describe('every parameter changes a request or the output', () => {
	test.each(CASES)(
		'$name',
		async (one) => {
			const idle: string[] = [];
			for (const parameter of parametersOf(one)) {
				if (parameter.path in EXCEPTIONS) continue;
				if (!(await hasEffect(one, parameter))) idle.push(parameter.path);
			}

			expect(idle).toEqual([]);
		},
		60_000,
	);

	test('every member of a list of values is tried', () => {
		const untried = CASES.flatMap((one) =>
			parametersOf(one).flatMap((parameter) =>
				parameter.prop.type === 'fixedCollection'
					? membersOf(parameter.prop)
							.filter((name) => !(name in (sampleFor(one.name, parameter).parts ?? {})))
							.map((name) => `${one.name}.${parameter.path}.${name}`)
					: [],
			),
		);

		expect(untried).toEqual([]);
	});

	test('what is left out here: a time-out ends a request that takes longer', async () => {
		sandbox().addFault({ times: Infinity, action: { type: 'delay', ms: 1500 } });
		const { error } = await runnerOf(sandbox, 'lead')('create', { options: { timeout: 1 } });

		expect(Object.keys(EXCEPTIONS)).toEqual(['options.allowUnauthorizedCerts', 'options.timeout']);
		expect(error?.message).toContain("The host '127.0.0.1' did not answer in time");
	});
});

/** `lead.create` for every `const lead = runnerOf(sandbox, 'lead')` that is called with 'create'. */
function operationsRunIn(source: string): string[] {
	const runners = [...source.matchAll(/const (\w+) = runnerOf\(\w+, '(\w+)'\)/g)];
	return runners.flatMap(([, name = '', resource = '']) => {
		const calls = new RegExp(`\\b${name}\\(\\s*'(\\w+)'`, 'g');
		return [...source.matchAll(calls)].map(([, operation = '']) => `${resource}.${operation}`);
	});
}

test('every operation has engine tests of its own', () => {
	const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
	const tested = new Set(
		files
			.filter((name) => name.endsWith('.test.ts') && !name.startsWith('contract'))
			.flatMap((name) => operationsRunIn(readFileSync(join(__dirname, name), 'utf8'))),
	);

	expect(CASES.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
});
