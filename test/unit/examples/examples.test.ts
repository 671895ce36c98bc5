import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeHelpers, type INode } from 'n8n-workflow';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { EXAMPLES_DIR } from '../../../sandbox/demo/importWorkflow';

interface Example {
	nodes: INode[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

const files = readdirSync(EXAMPLES_DIR).filter((name) => name.endsWith('.json'));
const { description } = new Kommo();

function read(file: string): Example {
	return JSON.parse(readFileSync(join(EXAMPLES_DIR, file), 'utf8')) as Example;
}

const kommoNodes = files.flatMap((file) =>
	read(file)
		.nodes.filter(({ type }) => type === 'n8n-nodes-kommo-suite.kommo')
		.map((node): [name: string, node: INode] => [`${basename(file)}, ${node.name}`, node]),
);

test.each(kommoNodes)('%s: every parameter is one of the chosen operation', (_name, node) => {
	const shown = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	expect(shown).toMatchObject(node.parameters);
});

test.each(kommoNodes)('%s: nothing required is missing, the credential aside', (_name, node) => {
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
	expect(issues).toBeNull();
});

test.each(kommoNodes)('%s: the credential is left to the importer', (_name, node) => {
	expect(node.credentials).toEqual({ kommoApi: { id: '', name: 'Kommo / amoCRM account' } });
});

describe.each(files)('%s', (file) => {
	const { nodes, connections } = read(file);
	const names = nodes.map(({ name }) => name);

	test('names and ids of nodes are unique', () => {
		expect(new Set(names).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	test('connections lead from and to its own nodes', () => {
		const targets = Object.values(connections).flatMap(({ main }) => main.flat());
		const ends = [...Object.keys(connections), ...targets.map(({ node }) => node)];
		expect(ends.filter((end) => !names.includes(end))).toEqual([]);
	});

	test('is explained by a sticky note and in the README', () => {
		expect(nodes.some(({ type }) => type === 'n8n-nodes-base.stickyNote')).toBe(true);
		expect(readFileSync(join(EXAMPLES_DIR, 'README.md'), 'utf8')).toContain(`(${file})`);
	});
});
