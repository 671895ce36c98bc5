import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { Clevertim } from '../../nodes/Clevertim/Clevertim.node';
import {
	startClevertimSandbox,
	type ClevertimSandbox,
	type ClevertimSandboxOptions,
} from '../../sandbox/clevertim';
import type { CredentialData } from './credentialStore';
import { runNode, type RunOptions, type RunResult } from './engine';

/**
 * A Clevertim sandbox for the tests of this file: started once on a free port, reset before every
 * test, closed at the end.
 *
 * @returns a function, because the sandbox exists only while tests run.
 */
export function useClevertimSandbox(options: ClevertimSandboxOptions = {}): () => ClevertimSandbox {
	let sandbox: ClevertimSandbox | undefined;
	const current = (): ClevertimSandbox => {
		if (!sandbox) throw new Error('The sandbox is there inside of tests and hooks only');
		return sandbox;
	};
	beforeAll(async () => {
		sandbox = await startClevertimSandbox(options);
	});
	beforeEach(() => current().reset());
	afterAll(async () => await sandbox?.close());
	return current;
}

/** The key of the administrator, unless another is named. */
export function clevertimCredentials(
	sandbox: ClevertimSandbox,
	fields: ICredentialDataDecryptedObject & { user?: keyof ClevertimSandbox['keys'] } = {},
): CredentialData {
	const { user = 'admin', ...more } = fields;
	return {
		clevertimApi: {
			apiKey: sandbox.keys[user],
			baseUrl: `${sandbox.url}/api`,
			requestsPerSecond: 50,
			allowPlainHttp: false,
			...more,
		},
	};
}

type More = Partial<RunOptions> & { user?: keyof ClevertimSandbox['keys'] };

/** Runs one operation of the Clevertim node with a key of the sandbox. */
export function clevertimRunner(sandbox: () => ClevertimSandbox, resource: string) {
	return async (
		operation: string,
		parameters: INodeParameters = {},
		items: RunOptions['items'] = [{}],
		{ user, ...more }: More = {},
	): Promise<RunResult> =>
		await runNode({
			nodeType: new Clevertim(),
			typeName: 'n8n-nodes-kommo-suite.clevertim',
			parameters: { resource, operation, ...parameters },
			items,
			credentials: clevertimCredentials(sandbox(), user === undefined ? {} : { user }),
			...more,
		});
}

/** What a request says: no headers, no times. */
export interface Sent {
	method: string;
	path: string;
	body: unknown;
}

/** The requests so far, oldest first; `only` keeps those of one method. */
export const sent = (sandbox: ClevertimSandbox, only?: string): Sent[] =>
	sandbox
		.requests(only === undefined ? {} : { method: only })
		.map(({ method, path, body }) => ({ method, path, body }));

/** `GET /api/contact/11`, one line a request. */
export const lines = (sandbox: ClevertimSandbox): string[] =>
	sent(sandbox).map(({ method, path }) => `${method} ${path}`);

/** The only body that was sent with a method. */
export function bodyOf(sandbox: ClevertimSandbox, method: string): IDataObject {
	const bodies = sent(sandbox, method).map(({ body }) => body);
	if (bodies.length !== 1) throw new Error(`${bodies.length} requests were sent with ${method}`);
	return bodies[0] as IDataObject;
}

export const byId = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});

export const contact = (id: string | number): INodeParameters => ({
	customer: { customerType: 'contact', customerId: byId(id) },
});

export const company = (id: string | number): INodeParameters => ({
	customer: { customerType: 'company', customerId: byId(id) },
});
