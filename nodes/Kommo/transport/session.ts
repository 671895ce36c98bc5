import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { BinaryFile, RowProblem, Session } from '../../shared/operation';
import { readPages } from '../../shared/pager';
import { isRecord, recordsAt, type WireAnswer, type WireRequest } from '../../shared/wire';
import type { ApiFailure } from '../../shared/wire';
import type { Account } from '../model';
import type { KommoHost } from './host';
import { resolveHost } from './host';
import { Lookups } from './lookups';
import { nextPage } from './nextPage';
import { rejectedRows } from './rejectedRows';
import { secretsOf } from './secrets';
import { KommoSender, type KommoRequest, type SendSettings } from './send';
import { uploadFile, type StoredFile } from './uploadFile';

/** Where the node runs: an execution, a dropdown of its form, or the trigger's life cycle. */
export type KommoContext =
	IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions;

export type CredentialType = 'kommoApi' | 'kommoOAuth2Api';

/** `with` values that answer every question the nodes have about the account (fact sheet §4.17). */
const ACCOUNT_WITH = 'task_types,datetime_settings,is_api_filter_enabled,drive_url';

/** One run's way to an account: its host, its credential, and what has been looked up so far. */
export class KommoSession implements Session {
	readonly pageSize = 250;
	readonly lookups: Lookups;

	private constructor(
		readonly host: KommoHost,
		private readonly sender: KommoSender,
	) {
		this.lookups = new Lookups(
			async (path, root, paged) => await this.readCollection(path, root, paged),
			async () => await this.readAccount(),
		);
	}

	/** Reads the credential in use; throws InvalidValue when its address cannot be used. */
	static async open(
		context: KommoContext,
		credentialType: CredentialType,
		settings: SendSettings,
	): Promise<KommoSession> {
		const credentials = await context.getCredentials(credentialType);
		const host = resolveHost(credentials);
		const secrets = secretsOf(credentials);
		const sender = new KommoSender(context, credentialType, host, { ...settings, secrets });
		return new KommoSession(host, sender);
	}

	async send(request: KommoRequest, signal?: AbortSignal): Promise<WireAnswer> {
		return await this.sender.send(request, signal);
	}

	inFlight(): number {
		return this.sender.inFlight();
	}

	rowProblems(failure: ApiFailure, rows: IDataObject[]): RowProblem[] | null {
		return rejectedRows(failure, rows, this.sender.fieldNames);
	}

	nextPage(answer: WireAnswer, request: WireRequest): WireRequest | null {
		return nextPage(this.host, answer, request);
	}

	/** Stores a file in the account's drive; needs the scope Files. */
	async upload(file: BinaryFile): Promise<StoredFile> {
		return await uploadFile(this, this.sender, file);
	}

	/** Field ids and names for messages; filled by whoever reads definitions. */
	nameFields(fields: Array<{ id: number; name: string }>): void {
		for (const { id, name } of fields) this.sender.fieldNames.set(id, name);
	}

	/** `'Channel' (3101)`, or the id of a field nobody has looked up. */
	fieldLabel(id: number): string {
		const name = this.sender.fieldNames.get(id);
		return name === undefined ? String(id) : `'${name}' (${id})`;
	}

	private async readAccount(): Promise<Account> {
		const { body } = await this.send({
			method: 'GET',
			path: '/api/v4/account',
			query: { with: ACCOUNT_WITH },
		});
		return (isRecord(body) ? body : {}) as unknown as Account;
	}

	private async readCollection(path: string, root: string, paged: boolean): Promise<unknown[]> {
		if (!paged) return recordsAt((await this.send({ method: 'GET', path })).body, root);
		const request: WireRequest = { method: 'GET', path, query: { limit: this.pageSize } };
		const records: IDataObject[] = [];
		for await (const page of readPages(this, request, root, null)) records.push(...page);
		return records;
	}
}
