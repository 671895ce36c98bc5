import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';

import { ClevertimTrigger } from '../../../nodes/Clevertim/ClevertimTrigger.node';
import { Comagic } from '../../../nodes/Comagic/Comagic.node';
import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { EXAMPLES_DIR } from '../../../sandbox/demo/importWorkflow';

interface Example {
	nodes: INode[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

const files = readdirSync(EXAMPLES_DIR).filter((name) => name.endsWith('.json'));

interface Own {
	description: INodeTypeDescription;
	/** As n8n suggests to name it. */
	credential: [type: string, name: string];
}

const OWN: Record<string, Own> = {
	'n8n-nodes-kommo-suite.clevertimTrigger': {
		description: new ClevertimTrigger().description,
		credential: ['clevertimApi', 'Clevertim account'],
	},
	'n8n-nodes-kommo-suite.comagic': {
		description: new Comagic().description,
		credential: ['comagicApi', 'Comagic account'],
	},
	'n8n-nodes-kommo-suite.kommo': {
		description: new Kommo().description,
		credential: ['kommoApi', 'Kommo / amoCRM account'],
	},
};

function read(file: string): Example {
	return JSON.parse(readFileSync(join(EXAMPLES_DIR, file), 'utf8')) as Example;
}

const ownNodes = files.flatMap((file) =>
	read(file).nodes.flatMap((node): Array<[name: string, node: INode, own: Own]> => {
		const own = OWN[node.type];
		return own ? [[`${basename(file)}, ${node.name}`, node, own]] : [];
	}),
);

test.each(ownNodes)(
	'%s: every parameter is one of the chosen operation',
	(_name, node, { description }) => {
		const shown = NodeHelpers.getNodeParameters(
			description.properties,
			node.parameters,
			true,
			false,
			node,
			description,
		);
		// n8n itself gives polling nodes their times
		const { pollTimes: _pollTimes, ...own } = node.parameters;
		expect(shown).toMatchObject(own);
	},
);

test.each(ownNodes)(
	'%s: nothing required is missing, the credential aside',
	(_name, node, { description }) => {
		const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
		expect(issues).toBeNull();
	},
);

test.each(ownNodes)(
	'%s: the credential is left to the importer',
	(_name, node, { credential: [type, name] }) => {
		expect(node.credentials).toEqual({ [type]: { id: '', name } });
	},
);

test('every node of ours in the examples is looked at', () => {
	const types = files.flatMap((file) => read(file).nodes.map(({ type }) => type));
	const unknown = types.filter((type) => type.startsWith('n8n-nodes-kommo-suite') && !OWN[type]);
	expect(unknown).toEqual([]);
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
