import type { HttpMethod } from '../../shared/wire';
import type { ApiName } from './brands';

/** A request that did not end well, as the transport saw it; the error table explains it. */
export interface Failure {
	api: ApiName;
	/** JSON-RPC method (`get.tags`) or path of the Session API (`v1/site/`). */
	method: string;
	/** How the request counts for repetitions. */
	kind: HttpMethod;
	/** Host without port. */
	host: string;
	/** Brand as people call it. */
	brand: string;
	/** HTTP status, null when no answer came. */
	status: number | null;
	/** Connection code (`ECONNREFUSED`, …), `BAD_ANSWER`, `ERR_CANCELED`, `POINTS_DAY`, `POINTS_MINUTE`. */
	code?: string | undefined;
	/** What the service calls the refusal (fact sheet §B.6, §C.4); Session API: the number before the colon. */
	mnemonic?: string | undefined;
	/** The service's own words, or those of the exception. */
	said: string;
	/** Name of the parameter the refusal is about, dots for nesting. */
	field?: string | undefined;
	/** The value the service echoes. */
	value?: unknown;
	/** Substitutions of the message. */
	params: Record<string, unknown>;
	/** Parsed JSON, or the text. */
	body: unknown;
	/** Milliseconds until a further request is welcome, null when nobody knows. */
	retryAfterMs: number | null;
	/** Whether the request left the machine. */
	sent: boolean;
}
