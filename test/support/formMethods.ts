import './isolatedUserFolder';

import { LoadOptionsContext } from 'n8n-core';
import {
	Workflow,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { asCredentialStore, type CredentialData, type CredentialStore } from './credentialStore';
import { nodeTypesOf } from './nodeTypes';
import { additionalDataFor } from './workflow';

const typeName = 'n8n-nodes-kommo-suite.kommo';

/** A dropdown of the open form. */
export async function loadOptions(
	nodeType: INodeType,
	method: string,
	/** The form's present values; n8n sends all of them, defaults included. */
	parameters: INodeParameters,
	credentials: CredentialData | CredentialStore,
	/** The parameter being filled, for `&` paths. */
	path = `parameters.${method}`,
): Promise<INodePropertyOptions[]> {
	const run = methodOf(nodeType.methods?.loadOptions, method);
	return await run.call(await formContext(nodeType, parameters, credentials, path));
}

/** The list of a resource locator; `filter` is what the user typed. */
export async function listSearch(
	nodeType: INodeType,
	method: string,
	parameters: INodeParameters,
	credentials: CredentialData | CredentialStore,
	search: { filter?: string; paginationToken?: string; path?: string } = {},
): Promise<INodeListSearchResult> {
	const run = methodOf(nodeType.methods?.listSearch, method);
	const path = search.path ?? `parameters.${method}`;
	const context = await formContext(nodeType, parameters, credentials, path);
	return await run.call(context, search.filter, search.paginationToken);
}

/** The columns of a resource mapper. */
export async function resourceMapping(
	nodeType: INodeType,
	method: string,
	parameters: INodeParameters,
	credentials: CredentialData | CredentialStore,
	path = `parameters.${method}`,
): Promise<ResourceMapperFields> {
	const run = methodOf(nodeType.methods?.resourceMapping, method);
	return await run.call(await formContext(nodeType, parameters, credentials, path));
}

function methodOf<T>(methods: Record<string, T> | undefined, name: string): T {
	const found = methods?.[name];
	if (found === undefined) throw new Error(`The node has no method '${name}'`);
	return found;
}

/** The node alone in a nameless workflow: a form knows neither its neighbours nor the zone. */
async function formContext(
	nodeType: INodeType,
	parameters: INodeParameters,
	credentials: CredentialData | CredentialStore,
	path: string,
): Promise<LoadOptionsContext> {
	const store = asCredentialStore(credentials);
	const workflow = new Workflow({
		nodes: [
			{
				id: 'form',
				name: 'Temp-Node',
				type: typeName,
				typeVersion: 1,
				position: [0, 0],
				parameters: structuredClone(parameters),
				credentials: store.references(),
			},
		],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ [typeName]: nodeType }),
	});
	const node = workflow.getNode('Temp-Node');
	if (!node) throw new Error('The form has no node');
	const additionalData = await additionalDataFor(store);
	additionalData.currentNodeParameters = parameters;
	return new LoadOptionsContext(workflow, node, additionalData, path);
}
