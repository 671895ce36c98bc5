import type { INode, INodeType, INodeTypeDescription, INodeTypes } from 'n8n-workflow';

/** n8n's node registry, reduced to the node types of one test. */
export function nodeTypesOf(types: Record<string, INodeType>): INodeTypes {
	const find = (name: string): INodeType => {
		const type = types[name];
		if (!type) throw new Error(`Node type '${name}' is not part of this test`);
		return type;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

/** A complete description for the stub nodes around the node under test. */
export function stubDescription(
	name: string,
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: name,
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
		...more,
	};
}

/** Owner of expressions that belong to no node, as n8n resolves those of a credential. */
export const bareNode: INode = {
	id: 'bare',
	name: 'Bare',
	type: 'bare',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export const bareNodeTypes = nodeTypesOf({ bare: { description: stubDescription('bare') } });
