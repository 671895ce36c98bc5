import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type {
	Execution,
	ExecutionSummary,
	Owner,
	StoredCredential,
	StoredWorkflow,
	WorkflowFile,
} from './clientTypes';
import { readExecution } from './executionData';

const POLL_MS = 100;
/** Executions that n8n lists at once, at most. */
const PAGE = 100;
const ENDED = new Set(['success', 'error', 'canceled', 'crashed']);

/** n8n refused a call; `status` is its HTTP status. */
export class N8nClientError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
		this.name = 'N8nClientError';
	}
}

interface ExecutionPage {
	results: ExecutionSummary[];
	nextCursor?: string | null;
}

export interface WebhookAnswer {
	status: number;
	/** Parsed when the answer is JSON, else its text. */
	body: unknown;
}

/**
 * Speaks n8n's internal REST API, the one its editor uses: what the demo and the end-to-end tests
 * need of it. Log in first (`setUpOwner` or `logIn`); the session cookie is kept.
 * Every method throws N8nClientError when n8n answers with a status of 400 or more.
 */
export class N8nClient {
	private cookie = '';
	// n8n binds a session to the browser that opened it
	private readonly browserId = randomUUID();

	constructor(readonly url: string) {}

	/** True while nobody has set up the instance. */
	async needsOwner(): Promise<boolean> {
		const settings = await this.call<{ userManagement: { showSetupOnFirstLoad?: boolean } }>(
			'GET',
			'/rest/settings',
		);
		return settings.userManagement.showSetupOnFirstLoad === true;
	}

	/** Creates the owner of a fresh instance and logs in. */
	async setUpOwner(owner: Owner): Promise<void> {
		await this.call('POST', '/rest/owner/setup', owner);
	}

	async logIn({ email, password }: Pick<Owner, 'email' | 'password'>): Promise<void> {
		await this.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	async listCredentials(): Promise<StoredCredential[]> {
		return await this.call('GET', '/rest/credentials');
	}

	/** Creates the credential, or gives the one of the same name and type the new data. */
	async saveCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<StoredCredential> {
		const known = (await this.listCredentials()).find((c) => c.name === name && c.type === type);
		const body = { name, type, data };
		return known
			? await this.call('PATCH', `/rest/credentials/${known.id}`, body)
			: await this.call('POST', '/rest/credentials', body);
	}

	/** Runs the credential's own test, as the editor does after saving. */
	async testCredential(
		credential: StoredCredential,
		data: Record<string, unknown>,
	): Promise<{ status: string; message: string }> {
		return await this.call('POST', '/rest/credentials/test', {
			credentials: { ...credential, data },
		});
	}

	async listWorkflows(): Promise<Array<Pick<StoredWorkflow, 'id' | 'name'>>> {
		return await this.call('GET', '/rest/workflows');
	}

	async getWorkflow(id: string): Promise<StoredWorkflow> {
		return await this.call('GET', `/rest/workflows/${id}`);
	}

	async createWorkflow(workflow: WorkflowFile): Promise<StoredWorkflow> {
		return await this.call('POST', '/rest/workflows', workflow);
	}

	async updateWorkflow(id: string, workflow: Partial<WorkflowFile>): Promise<StoredWorkflow> {
		return await this.call('PATCH', `/rest/workflows/${id}`, workflow);
	}

	/** Publishes the stored version; its production webhooks answer a moment later. */
	async publish(id: string): Promise<StoredWorkflow> {
		const { versionId } = await this.getWorkflow(id);
		return await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async unpublish(id: string): Promise<StoredWorkflow> {
		return await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** Archives it first, as n8n wants, which unpublishes it too; gives up after 30 seconds. */
	async deleteWorkflow(id: string, timeoutMs = 30_000): Promise<void> {
		const deadline = Date.now() + timeoutMs;
		await this.call('POST', `/rest/workflows/${id}/archive`, {});
		for (;;) {
			try {
				await this.call('DELETE', `/rest/workflows/${id}`);
				return;
			} catch (error) {
				// it is still being unpublished
				const isBusy = error instanceof N8nClientError && error.status === 409;
				if (!isBusy || Date.now() > deadline) throw error;
			}
			await delay(POLL_MS);
		}
	}

	/** Starts a manual run from the named trigger node; gives the execution's id. */
	async run(id: string, triggerName: string): Promise<string> {
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			{ triggerToStartFrom: { name: triggerName } },
		);
		return executionId;
	}

	async getExecution(id: string): Promise<Execution> {
		return readExecution(await this.call('GET', `/rest/executions/${id}`));
	}

	/** All executions of a workflow, newest first. */
	async listExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const all: ExecutionSummary[] = [];
		let cursor: string | null | undefined;
		do {
			const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const page = await this.call<ExecutionPage>(
				'GET',
				`/rest/executions?filter=${filter}&limit=${PAGE}${from}`,
			);
			all.push(...page.results.map(({ id, status }) => ({ id, status })));
			cursor = page.nextCursor;
		} while (cursor);
		return all;
	}

	/** Waits until the execution has ended, however it did. */
	async waitForExecution(id: string, timeoutMs = 60_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.getExecution(id);
			if (ENDED.has(execution.status)) return execution;
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} is still '${execution.status}' after ${timeoutMs} ms.`);
			}
			await delay(POLL_MS);
		}
	}

	/**
	 * Posts JSON to a production webhook. Publishing takes effect in the background, so a 404
	 * (nothing is registered there, nothing ran) is tried again for up to 20 seconds.
	 */
	async postToWebhook(
		webhookPath: string,
		body: unknown,
		timeoutMs = 20_000,
	): Promise<WebhookAnswer> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const response = await fetch(`${this.url}/webhook/${webhookPath}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			const text = await response.text();
			if (response.status !== 404 || Date.now() > deadline) {
				return { status: response.status, body: parsed(text) };
			}
			await delay(POLL_MS);
		}
	}

	/** One call of the REST API: sends `body` as JSON, gives the answer's `data`. */
	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				accept: 'application/json',
				'browser-id': this.browserId,
				...(this.cookie ? { cookie: this.cookie } : {}),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		for (const line of response.headers.getSetCookie()) {
			if (line.startsWith('n8n-auth=')) this.cookie = line.split(';')[0] ?? '';
		}
		const text = await response.text();
		if (!response.ok) {
			throw new N8nClientError(
				response.status,
				`${method} ${path} was answered with ${response.status}: ${text.slice(0, 500)}`,
			);
		}
		const { data } = JSON.parse(text) as { data: T };
		return data;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
