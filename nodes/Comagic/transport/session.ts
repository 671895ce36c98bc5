import type { IDataObject } from 'n8n-workflow';

import { systemClock, type Clock } from '../../shared/clock';
import type { ListReading, RowProblem, Session } from '../../shared/operation';
import { RETRY_DEFAULTS, type RetryLimits } from '../../shared/retryPolicy';
import {
	ApiFailure,
	at,
	isRecord,
	type QueryValue,
	type WireAnswer,
	type WireRequest,
} from '../../shared/wire';
import type { TransportSettings } from '../../shared/transportSettings';
import { CREDENTIAL, secretsOf, userIdOf } from './credentials';
import { answerData, readDataList, withRecord, type DataWay } from './dataRequests';
import { requireHarmless } from './destructive';
import { downloadRecording } from './downloadRecording';
import { recordingOrigins } from './host';
import { ComagicHttp, type ComagicContext } from './http';
import { LegacyAccess } from './legacyAccess';
import { answerLegacy } from './legacyReads';
import { MOST_AT_ONCE } from './points';
import { attachRecordings } from './recordings';
import { refusedRows } from './rowRefusals';
import { RpcAccess, type AccessSettings } from './rpcAccess';
import { USER } from './rpcParams';

/** A list begins at most here; beyond it no row can be reached (fact sheet §B.4). */
const LAST_OFFSET = 100_000;

export interface SessionSettings extends TransportSettings, Partial<RetryLimits> {
	/** The user an agent acts for, instead of the credential's. */
	userId?: unknown;
	/** Form label of a parameter of the operation that runs. */
	labelOf?: (field: string) => string | null;
	/** Whether the run may delete, buy and switch off; default true. */
	mayDelete?: boolean;
	/** Records of the Session API given at most; null: all. */
	mostRecords?: number | null;
	clock?: Clock;
}

/**
 * One run's way to an account. `request.path` names the API: `data/<method>`, `call/<method>`
 * (JSON-RPC) or `session/<path>` (REST v1). Nothing is opened before it is needed; `close` ends
 * what was.
 */
export class ComagicSession implements Session {
	/** Rows of one page at most (fact sheet §B.4). */
	readonly pageSize = 10_000;
	/** Where links to recordings lead (fact sheet §B.8). */
	readonly recordings: { app: string; media: string };
	/** The user an agent acts for; null for a direct client. */
	readonly userId: number | null;
	private readonly data: RpcAccess;
	private readonly call: RpcAccess;
	private readonly legacy: LegacyAccess;
	private readonly closer = new AbortController();
	private readonly underWay = new Set<Promise<unknown>>();

	private constructor(
		private readonly context: ComagicContext,
		credentials: IDataObject,
		private readonly settings: SessionSettings,
	) {
		const given = settings.userId ?? null;
		this.userId =
			given === null ? userIdOf(credentials.userId, 'User ID') : userIdOf(given, 'Acting User ID');
		const access: AccessSettings = {
			credentials,
			userId: this.userId,
			http: new ComagicHttp(
				async (asked): Promise<unknown> => await context.helpers.httpRequest(asked),
				settings,
			),
			clock: settings.clock ?? systemClock,
			limits: {
				maxRetries: settings.maxRetries ?? RETRY_DEFAULTS.maxRetries,
				maxWaitMs: settings.maxWaitMs ?? RETRY_DEFAULTS.maxWaitMs,
				retryCreates: settings.retryCreates ?? RETRY_DEFAULTS.retryCreates,
			},
			around: { secrets: secretsOf(credentials), labelOf: settings.labelOf ?? (() => null) },
		};
		this.data = new RpcAccess('data', access);
		this.call = new RpcAccess('call', access);
		this.legacy = new LegacyAccess(access);
		this.recordings = recordingOrigins(credentials);
	}

	/** Reads the credential in use; throws InvalidValue when something in it cannot be used. */
	static async open(context: ComagicContext, settings: SessionSettings): Promise<ComagicSession> {
		return new ComagicSession(context, await context.getCredentials(CREDENTIAL), settings);
	}

	inFlight(): number {
		return MOST_AT_ONCE;
	}

	/** Uploads have many rows in a request; other requests are about one item each. */
	rowProblems(failure: ApiFailure, rows: IDataObject[]): RowProblem[] | null {
		return refusedRows(failure, rows.length);
	}

	/**
	 * Answers with the opened envelope, `{ data, metadata }` (Session API: `{ data }`).
	 * @throws ApiFailure for refusals, also for those that come with HTTP 200
	 * @throws InvalidValue when the credential does not fit the API
	 */
	async send(request: WireRequest, signal?: AbortSignal): Promise<WireAnswer> {
		if (!request.path.startsWith('data/')) {
			return withRecord(request, await this.exchange(request, signal));
		}
		return await answerData(request, this.dataWay(request.query, signal));
	}

	/** A whole list of the Data API, windows joined, with what `query` asks to add to its rows. */
	async readList({ path, query, limit }: ListReading): Promise<IDataObject[]> {
		return await readDataList(this.dataWay(query), path, query, limit);
	}

	private dataWay(query: WireRequest['query'] = {}, signal?: AbortSignal): DataWay {
		// all requests that one of them takes are for the same user
		const userId = query[USER];
		const user: Record<string, QueryValue> = userId === undefined ? {} : { [USER]: userId };
		const { app } = this.recordings;
		const load = async (url: string, fileName: string) => {
			const end = this.endOf({ method: 'GET', path: '' });
			return await downloadRecording(this.context, url, fileName, end, this.settings);
		};
		return {
			exchange: async (plain) =>
				await this.exchange({ ...plain, query: { ...plain.query, ...user } }, signal),
			recordings: {
				origins: this.recordings,
				attach: async (rows) => await attachRecordings(rows, app, load),
			},
			mostRecords: this.settings.mostRecords ?? null,
		};
	}

	private async exchange(request: WireRequest, signal?: AbortSignal): Promise<WireAnswer> {
		if (this.closer.signal.aborted) throw new Error('The session was closed already');
		const sending = this.answer(request, this.endOf(request, signal));
		this.underWay.add(sending);
		try {
			return { status: 200, headers: {}, body: await sending };
		} finally {
			this.underWay.delete(sending);
		}
	}

	/**
	 * The next rows of a Data API list, until all `total_items` are there; without that number,
	 * until a page is empty. Throws ApiFailure where the service gives no further rows (§B.4).
	 */
	nextPage(answer: WireAnswer, request: WireRequest): WireRequest | null {
		const rows = at(answer.body, 'data');
		if (!request.path.startsWith('data/') || !Array.isArray(rows) || rows.length === 0) return null;
		const offset = Number(request.query?.offset ?? 0) + rows.length;
		const total = Number(at(answer.body, 'metadata.total_items') ?? NaN);
		if (offset >= total) return null;
		if (offset > LAST_OFFSET) throw tooMany(request, total);
		return { ...request, query: { ...request.query, offset } };
	}

	/**
	 * Ends what was opened, also after a failure or a cancellation: reads under way are cut off,
	 * writes are awaited, then every session is logged out. Never rejects.
	 */
	async close(): Promise<void> {
		this.closer.abort();
		await Promise.allSettled([...this.underWay]);
		await Promise.all([this.data.close(), this.call.close(), this.legacy.close()]);
	}

	private async answer(request: WireRequest, signal: AbortSignal): Promise<IDataObject> {
		const [, api, rest = ''] = /^(data|call|session)\/(.*)$/.exec(request.path) ?? [];
		if (this.settings.mayDelete === false) {
			// in a body or in the query: the service reads both
			const given = isRecord(request.body) ? request.body : {};
			requireHarmless(rest, { ...request.query, ...given });
		}
		if (api === 'session') {
			const view = { most: this.settings.mostRecords ?? null, app: this.recordings.app };
			return await answerLegacy(this.legacy, { ...request, path: rest }, signal, view);
		}
		if (api !== 'data' && api !== 'call') throw new Error(`No API lives at ${request.path}`);
		const access = api === 'data' ? this.data : this.call;
		const { data, metadata } = await access.send(rest, request, signal);
		return { data: data as IDataObject, metadata };
	}

	/** Everything that ends the wait for a request; a write is not given up when the run closes. */
	private endOf(request: WireRequest, signal?: AbortSignal): AbortSignal {
		const { context } = this;
		const cancel =
			'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
		const closer = request.method === 'GET' ? this.closer.signal : undefined;
		const signals = [signal, cancel, closer].filter((one) => one !== undefined);
		return AbortSignal.any(signals);
	}
}

function tooMany(request: WireRequest, total: number): ApiFailure {
	const count = Number.isNaN(total) ? 'more than 110,000' : total.toLocaleString('en');
	return new ApiFailure({
		message: `The list has ${count} rows, but the service gives no more than 110,000 of them`,
		description:
			'Choose a shorter range of dates or add filters, and ask for the parts one after the other.',
		status: null,
		request: { method: request.method, path: request.path },
	});
}
