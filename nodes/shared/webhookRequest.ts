import type { IWebhookFunctions } from 'n8n-workflow';

interface EmptyAnswer {
	statusCode: number;
	end: () => void;
}

/**
 * Ends the request with nothing but a status, at once: n8n's own "on received" answers only after
 * the run was queued. The node then returns `noWebhookResponse: true`.
 */
export function endRequest(context: IWebhookFunctions, status: number): void {
	const response: unknown = context.getResponseObject();
	if (!isAnswer(response)) return;
	response.statusCode = status;
	response.end();
}

function isAnswer(value: unknown): value is EmptyAnswer {
	return typeof value === 'object' && value !== null && 'end' in value && 'statusCode' in value;
}

/**
 * The body as it came: n8n's own parsed one is flat and has 1,000 keys at most. n8n takes multipart
 * bodies apart and keeps no raw one; these come as the JSON of their parts.
 */
export function rawBodyOf(context: IWebhookFunctions): Buffer {
	const raw: unknown = Reflect.get(context.getRequestObject(), 'rawBody');
	if (Buffer.isBuffer(raw)) return raw;
	// typed as an object, but undefined where n8n has parsed nothing
	const body: unknown = context.getBodyData();
	return Buffer.from(JSON.stringify(body ?? {}));
}

/**
 * Reads what n8n has left unread: multipart types that are no forms and, of nodes from version 2 on,
 * all types it cannot parse. `rawBodyOf` gives it then; a body that cannot be read (any more) is as
 * good as none.
 */
export async function readUnreadBody(context: IWebhookFunctions): Promise<void> {
	const request: unknown = context.getRequestObject();
	if (!isUnread(request)) return;
	await request.readRawBody().catch(() => undefined);
}

interface UnreadRequest {
	readRawBody: () => Promise<void>;
}

function isUnread(value: unknown): value is UnreadRequest {
	if (typeof value !== 'object' || value === null) return false;
	const isParsed = 'rawBody' in value || ('body' in value && value.body !== undefined);
	return !isParsed && 'readRawBody' in value && typeof value.readRawBody === 'function';
}
