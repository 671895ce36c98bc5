import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../shared/operation';
import { shown } from '../../shared/shown';
import { isRecord, type QueryValue, type WireAnswer, type WireRequest } from '../../shared/wire';
import { addressed, type KindName } from '../kinds';
import {
	toDefinition,
	toGroup,
	toUser,
	type CustomFieldDefinition,
	type Group,
	type ModelType,
	type User,
} from '../model';
import type { Collections } from './collections';
import { resolveHost } from './host';
import { answerFrom } from './localQuery';
import type { MatchBy } from './matching';
import type { ListMode, MergeRules } from './merge';
import { RecordReader } from './records';
import { withReferences } from './references';
import { ClevertimSender, CREDENTIAL, type ClevertimContext, type SendSettings } from './send';
import { RecordWriter } from './writes';

/** Query keys that are answered here and never leave the machine; see also localQuery.ts. */
export const LOAD = '$load';
export const MATCH = '$match';
export const RAW = '$raw';

export interface SessionSettings extends SendSettings {
	/** Read a written record again when the answer leaves something out; default false. */
	readBack?: boolean;
	/** Updates send what changed instead of the whole record; default false. */
	changedOnly?: boolean;
	/** What happens to lists of a record; null: what suits the operation. */
	lists?: ListMode | null;
	/** Whether the run may delete; default true. */
	mayDelete?: boolean;
}

/**
 * One run's way to an account. The API reads one record or everything (fact sheet §1), so this is
 * where searches are answered from the collection, records are matched, and short answers completed.
 */
export class ClevertimSession implements Session {
	readonly pageSize = Number.MAX_SAFE_INTEGER;
	private readonly reader: RecordReader;
	private readonly writer: RecordWriter;

	private constructor(
		private readonly sender: ClevertimSender,
		private readonly settings: SessionSettings,
	) {
		this.reader = new RecordReader(sender);
		this.writer = new RecordWriter(sender, this.reader, {
			readBack: settings.readBack === true,
			changedOnly: settings.changedOnly === true,
			mayDelete: settings.mayDelete !== false,
		});
	}

	/** Reads the credential in use; throws InvalidValue when its address cannot be used. */
	static async open(
		context: ClevertimContext,
		settings: SessionSettings,
	): Promise<ClevertimSession> {
		const credentials = await context.getCredentials(CREDENTIAL);
		const key = shown(credentials.apiKey).replace(/\s+/g, '');
		const secrets = [key, Buffer.from(`${key}:X`).toString('base64')];
		const sender = new ClevertimSender(context, resolveHost(credentials), secrets, settings);
		return new ClevertimSession(sender, settings);
	}

	/** Stands for address and API key, which cannot be read from it. */
	get source(): string {
		return this.sender.source;
	}

	/** Whole collections, read once per run. */
	get collections(): Collections {
		return this.reader.collections;
	}

	inFlight(): number {
		return this.sender.inFlight();
	}

	/** Requests are about one record: a refusal is the row's own. */
	rowProblems(): null {
		return null;
	}

	nextPage(): null {
		return null;
	}

	async customFields(model: ModelType): Promise<CustomFieldDefinition[]> {
		const all = (await this.collections.all('customfield')).map(toDefinition);
		return all.filter(({ modelType }) => modelType.includes(model));
	}

	async users(): Promise<User[]> {
		return (await this.collections.all('user')).map(toUser);
	}

	async groups(): Promise<Group[]> {
		return (await this.collections.all('group')).map(toGroup);
	}

	/** How the changes of one record are put on top of what is stored. */
	rules(usualLists: ListMode): MergeRules {
		return {
			lists: this.settings.lists ?? usualLists,
			changedOnly: this.settings.changedOnly === true,
		};
	}

	/** Answers with the opened envelope: the record, or the list of records. Throws ApiFailure. */
	async send(request: WireRequest): Promise<WireAnswer> {
		const { query = {}, ...rest } = request;
		if (query[RAW] !== undefined) return await this.sendRaw(rest);
		const target = addressed(request.path);
		if (!target) throw new Error(`No kind of record lives at ${request.path}`);
		const { name, id } = target;
		const found =
			request.method === 'GET'
				? await this.read(name, id, query)
				: await this.write(request, name, id, query);
		return { status: 200, body: found, headers: {} };
	}

	/** A request of the user's own: the answer comes as it is. */
	private async sendRaw({ method, path, body }: WireRequest): Promise<WireAnswer> {
		if (method === 'DELETE') this.writer.requireDelete();
		const hasBody = method === 'POST' || method === 'PUT';
		const answer = await this.sender.send({ method, path, ...(hasBody ? { body } : {}) }, true);
		return { ...answer, body: isRecord(answer.body) ? answer.body : { answer: answer.body } };
	}

	private async read(
		name: KindName,
		id: string | null,
		query: Record<string, QueryValue>,
	): Promise<IDataObject | IDataObject[]> {
		const found =
			id === null
				? answerFrom(await this.collections.all(name), query)
				: [await this.reader.get(name, id)];
		const load = query[LOAD];
		const complete = Array.isArray(load)
			? await withReferences(this.collections, name, found, load.map(String))
			: found;
		return id === null ? complete : (complete[0] ?? {});
	}

	private async write(
		{ method, body }: WireRequest,
		name: KindName,
		id: string | null,
		query: Record<string, QueryValue>,
	): Promise<IDataObject | IDataObject[]> {
		const values = isRecord(body) ? body : {};
		const by = query[MATCH];
		if (id === null && typeof by === 'string') {
			return await this.writer.upsert(name, by as MatchBy, values, this.rules('add'));
		}
		if (id === null) return await this.writer.create(name, values);
		if (method === 'DELETE') return await this.writer.remove(name, id);
		return await this.writer.change(name, id, values);
	}
}
