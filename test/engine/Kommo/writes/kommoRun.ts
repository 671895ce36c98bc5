import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Kommo } from '../../../../nodes/Kommo/Kommo.node';
import type { KommoSandbox, LoggedRequest } from '../../../../sandbox/kommo';
import { runNode, type RunOptions, type RunResult } from '../../../support/engine';
import { apiTokenCredentials } from '../../../support/sandbox';

type Run = Omit<RunOptions, 'nodeType' | 'parameters'>;

/** Runs the node with the sandbox's token for its Kommo account, unless credentials are given. */
export async function runKommo(
	sandbox: KommoSandbox,
	parameters: INodeParameters,
	run: Run = {},
): Promise<RunResult> {
	return await runNode({
		nodeType: new Kommo(),
		credentials: apiTokenCredentials(sandbox),
		...run,
		parameters: { authentication: 'apiToken', ...parameters },
	});
}

export const createLeads = (options: INodeParameters = {}): INodeParameters => ({
	resource: 'lead',
	operation: 'create',
	name: '={{ $json.name }}',
	additionalFields: { price: '={{ $json.price }}' },
	options,
});

export const updateLeads = (options: INodeParameters = {}): INodeParameters => ({
	resource: 'lead',
	operation: 'update',
	leadId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	updateFields: { price: '={{ $json.price }}' },
	options,
});

/** `count` new leads, each with a name and a price of its own. */
export const newLeads = (count: number): Array<{ name: string; price: number }> =>
	Array.from({ length: count }, (_, index) => ({ name: `Lead ${index}`, price: 1000 + index }));

export const writesOf = (sandbox: KommoSandbox): LoggedRequest[] =>
	sandbox.requests().filter(({ method }) => method !== 'GET');

export const readsOf = (sandbox: KommoSandbox): LoggedRequest[] =>
	sandbox.requests({ method: 'GET' });

/** Rows of a batch as they were sent. */
export function rowsOf(request: LoggedRequest | undefined): IDataObject[] {
	return Array.isArray(request?.body) ? (request.body as IDataObject[]) : [];
}

/** Names of the leads in the store that a test made, with how often each is there. */
export function storedNames(sandbox: KommoSandbox): Map<string, number> {
	const names = new Map<string, number>();
	for (const { name } of sandbox.accounts.kommo.store.leads.values()) {
		if (name.startsWith('Lead ')) names.set(name, (names.get(name) ?? 0) + 1);
	}
	return names;
}
