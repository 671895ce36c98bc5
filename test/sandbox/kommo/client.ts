/** A bare client for contract tests: what goes out and comes back is what one reads here. */
import type { SandboxAccount } from '../../../sandbox/kommo';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** Parsed body; undefined when it is not JSON. */
	json: unknown;
}

export interface Ask {
	method?: string;
	body?: unknown;
	token?: string;
	headers?: Record<string, string>;
}

export async function ask(
	account: SandboxAccount,
	path: string,
	options: Ask = {},
): Promise<Reply> {
	const {
		method = options.body === undefined ? 'GET' : 'POST',
		body,
		token = account.token,
	} = options;
	const res = await fetch(account.url + path, {
		method,
		redirect: 'manual',
		headers: {
			authorization: `Bearer ${token}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...options.headers,
		},
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
	const text = await res.text();
	return { status: res.status, headers: res.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Value at a path such as `_embedded.leads.0.id`; undefined where it ends early. */
export function at(value: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((node, key) => {
		return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
	}, value);
}

export function keysOf(value: unknown): string[] {
	return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** Ids of the entities in a list answer, in its order. */
export function idsOf(reply: Reply, key: string): unknown[] {
	const rows = at(reply.json, `_embedded.${key}`);
	return Array.isArray(rows) ? rows.map((row) => at(row, 'id')) : [];
}

/** `code path` of every validation error, with the row's request_id in front. */
export function problemsOf(reply: Reply): string[] {
	const rows = at(reply.json, 'validation-errors');
	if (!Array.isArray(rows)) return [];
	return rows.flatMap((row: unknown) => {
		const errors = at(row, 'errors');
		if (!Array.isArray(errors)) return [];
		return errors.map(
			(e: unknown) =>
				`${String(at(row, 'request_id'))}: ${String(at(e, 'code'))} ${String(at(e, 'path'))}`,
		);
	});
}
