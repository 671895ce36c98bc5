import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { resources as clevertim } from '../nodes/Clevertim/resources';
import { resources as comagic } from '../nodes/Comagic/resources';
import { resources as kommo } from '../nodes/Kommo/resources';
import type { Field, Operation, Resource } from '../nodes/shared/operation';

type AnyField = Field<never>;
type AnyOperation = Operation<never>;
type AnyResource = Resource<never>;

const TARGET = join(__dirname, '..', 'docs', 'operations.md');

const KINDS: Record<AnyOperation['kind'], string> = {
	write: 'one request for each item',
	list: 'all pages, up to the limit',
	get: 'many IDs in one request where the API allows it',
	call: 'one request; items that ask the same share it',
	find: 'one look-up for each distinct value',
	upsert: 'one look-up for each distinct value, then creates and updates',
};

/** `docs/operations.md`, made from the declarations, so that it cannot say anything else. */
export function operationsDoc(): string {
	return [
		'# Operations',
		'',
		'Made by `npm run docs` from the declarations in `nodes/`; a test compares the two.',
		'',
		'# Kommo / amoCRM',
		'',
		...(kommo as unknown as AnyResource[]).flatMap(resourceSection),
		'# Comagic',
		'',
		...(comagic as unknown as AnyResource[]).flatMap(resourceSection),
		'# Clevertim',
		'',
		...(clevertim as unknown as AnyResource[]).flatMap(resourceSection),
	].join('\n');
}

function resourceSection(resource: AnyResource): string[] {
	return [
		`## ${resource.name}`,
		'',
		...resource.operations.flatMap((operation) => operationSection(resource, operation)),
	];
}

function operationSection(resource: AnyResource, operation: AnyOperation): string[] {
	const { name, value, description, routing } = operation.option;
	const { method, url } = routing.request;
	return [
		`### ${resource.name}: ${name} (\`${resource.value}: ${value}\`)`,
		'',
		`${description ?? ''}.`,
		'',
		`- Request: \`${method} ${url}\` (${kindText(operation)})`,
		...(operation.note ? [`- ${operation.note}`] : []),
		'',
		'| Field | Parameter | Sent as |',
		'| --- | --- | --- |',
		...operation.fields.flatMap((field) => fieldRows(field, '')),
		'',
	];
}

function kindText({ kind, batch }: AnyOperation): string {
	if (!batch || batch.max === 1) return KINDS[kind];
	const many = `many items in one request, at most ${batch.max}`;
	return kind === 'write' ? many : `${KINDS[kind]}; ${many}`;
}

function fieldRows(field: AnyField, parent: string): string[] {
	const { prop } = field;
	const name = parent === '' ? prop.name : `${parent}.${prop.name}`;
	if (field.fields) return field.fields.flatMap((member) => fieldRows(member, name));
	const label = `${prop.displayName}${prop.required ? ' *' : ''}${shownFor(prop)}`;
	return [`| ${label} | \`${name}\` | ${wireName(prop)} |`];
}

function shownFor(prop: INodeProperties): string {
	const types = prop.displayOptions?.show?.noteType;
	return types ? ` (${types.filter((type) => typeof type === 'string').join(', ')})` : '';
}

function wireName(prop: INodeProperties): string {
	const send = prop.routing?.send;
	if (!send?.property) return '';
	return send.type === 'query' ? `query \`${send.property}\`` : `\`${send.property}\``;
}

if (require.main === module) {
	const text = operationsDoc();
	const isCheck = process.argv.includes('--check');
	if (!isCheck) writeFileSync(TARGET, text);
	else if (readFileSync(TARGET, 'utf8') !== text) process.exitCode = 1;
}
