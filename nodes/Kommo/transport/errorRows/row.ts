import type { Facts } from '../failureFacts';

/** What a failure has to look like; everything named must hold, alternatives are listed. */
export interface Condition {
	status?: number[];
	/** `[500, 599]`, both included. */
	statusRange?: [from: number, to: number];
	code?: string[];
	legacy?: number[];
	hint?: RegExp;
	/** Looked for in everything the server and n8n said. */
	says?: RegExp;
	html?: boolean;
	path?: RegExp;
	location?: RegExp;
	credential?: Facts['credentialKind'];
	/** A key of the answer's body. */
	bodyKey?: string;
}

/**
 * One row of the table. Placeholders of the texts: `{host}`, `{credential}`, `{method}`, `{path}`,
 * `{status}`, `{code}`, `{location}`, `{wait}` ("in 40 seconds"), `{said}` and `{support}` (whole
 * sentences, or nothing), `{rows}` (the refused values).
 */
export interface ErrorRow {
	name: string;
	/** Alternatives; the first row that fits is the one. */
	when: Condition[];
	message: string;
	description: string;
}
