import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AccountName, KommoSandbox, LoggedRequest } from '../../../sandbox/kommo';
import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { recordsAt } from '../../../nodes/shared/wire';
import { runNode, type RunOptions, type RunResult } from '../../support/engine';
import { apiTokenCredentials } from '../../support/sandbox';

type Items = RunOptions['items'];

interface RunnerOptions extends Partial<RunOptions> {
	account?: AccountName;
	/** The token of a user who is not an admin. */
	limited?: boolean;
}

/** Runs one operation of the Kommo node with a long-lived token of the sandbox. */
export function runnerOf(sandbox: () => KommoSandbox, resource: string) {
	return async (
		operation: string,
		parameters: INodeParameters = {},
		items: Items = [{}],
		{ account = 'kommo', limited = false, ...more }: RunnerOptions = {},
	): Promise<RunResult> =>
		await runNode({
			nodeType: new Kommo(),
			parameters: { authentication: 'apiToken', resource, operation, ...parameters },
			items,
			credentials: apiTokenCredentials(sandbox(), account, { limited }),
			...more,
		});
}

/** What a request says: no headers, no times. */
export interface Sent {
	method: string;
	path: string;
	query: LoggedRequest['query'];
	body: unknown;
}

/** The requests so far, oldest first; `only` keeps those of one method. */
export function sent(sandbox: KommoSandbox, only?: string): Sent[] {
	return sandbox
		.requests(only === undefined ? {} : { method: only })
		.map(({ method, path, query, body }) => ({ method, path, query, body }));
}

/** Rows of the requests of one method, by request. */
export function bodies(sandbox: KommoSandbox, method: string): IDataObject[][] {
	return sent(sandbox, method).map(({ body }) => recordsAt(body, ''));
}

export const byId = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});
export const byList = (value: number): INodeParameters => ({ __rl: true, mode: 'list', value });
export const byUrl = (value: string): INodeParameters => ({ __rl: true, mode: 'url', value });

/** `count` items with a number `n` from 1 on. */
export const numbered = (count: number): Array<{ n: number }> =>
	Array.from({ length: count }, (_, index) => ({ n: index + 1 }));

/** Input items behind the output, in its order. */
export const pairing = ({ items }: RunResult): unknown[] =>
	items.map(({ pairedItem }) => pairedItem);
