import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemClock } from '../../shared/clock';
import { isRepeated, SeenInStaticData } from '../../shared/seenDeliveries';
import { shown } from '../../shared/shown';
import { endRequest, rawBodyOf, readUnreadBody } from '../../shared/webhookRequest';
import { isRecord } from '../../shared/wire';
import {
	decodeRequest,
	unreadable,
	type Incoming,
	type Notification,
} from './decode/decodeRequest';
import { notificationKey } from './duplicates';
import { eventItem } from './eventItem';
import { UNKNOWN } from './events';
import { readOptions, type TriggerOptions } from './readOptions';
import { maySend, openQuery } from './secret';

const NO_RUN: IWebhookResponseData = { noWebhookResponse: true };

/**
 * A notification becomes an item. The answer goes out first: nobody knows how long the vendor waits,
 * or whether it tries again. From then on nothing may fail any more, or the notification is lost.
 * @see fact sheet §D.1
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { query, secret } = openQuery(addressOf(this));
	if (!(await maySend(this, secret))) {
		endRequest(this, 401);
		return NO_RUN;
	}
	await readUnreadBody(this);
	endRequest(this, 200);
	const items = itemsOrUnknown(this, query);
	if (items.length === 0) return NO_RUN;
	return { ...NO_RUN, workflowData: [items.map((json) => ({ json }))] };
}

function addressOf(context: IWebhookFunctions): string {
	const part = (name: string): unknown => Reflect.get(context.getRequestObject(), name);
	// a router cuts the beginning off 'url'
	return shown(part('originalUrl') ?? part('url'));
}

function itemsOrUnknown(context: IWebhookFunctions, query: string): IDataObject[] {
	const receivedAt = new Date(systemClock.now()).toISOString();
	const incoming = incomingOf(context, query);
	try {
		return itemsOf(context, incoming, receivedAt);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		const raw = incoming.body.length > 0 ? incoming.body.toString('utf8') : query;
		const unread = unreadable(`The options could not be applied: ${said}`);
		return [eventItem(unread, { receivedAt, raw }, false)];
	}
}

function incomingOf(context: IWebhookFunctions, query: string): Incoming {
	const { 'content-type': type } = context.getHeaderData();
	const contentType = typeof type === 'string' ? type.toLowerCase() : '';
	return { query, contentType, body: bodyOf(context, contentType) };
}

/** n8n has taken the parts of a multipart body apart already; no body is an empty object to it. */
function bodyOf(context: IWebhookFunctions, contentType: string): Buffer {
	const body = rawBodyOf(context);
	if (!contentType.startsWith('multipart/form-data')) {
		return body.equals(Buffer.from('{}')) && isWithoutBody(context) ? Buffer.alloc(0) : body;
	}
	const parts: unknown = context.getBodyData();
	const { data, files } = isRecord(parts) ? parts : {};
	const hasFiles = isRecord(files) && Object.keys(files).length > 0;
	const fields = { ...(isRecord(data) ? data : {}), ...(hasFiles ? { files } : {}) };
	return Buffer.from(JSON.stringify(fields));
}

const isWithoutBody = (context: IWebhookFunctions): boolean =>
	Reflect.get(context.getRequestObject(), 'rawBody') === undefined;

function itemsOf(
	context: IWebhookFunctions,
	incoming: Incoming,
	receivedAt: string,
): IDataObject[] {
	const options = readOptions(context);
	const { notifications, raw } = decodeRequest(incoming, options.rules);
	return notifications
		.filter((one) => passes(one, options))
		.filter((one) => !options.suppressDuplicates || !wasHandled(context, one))
		.map((one) => {
			const notes = [...options.notes, ...one.notes];
			const showsRaw = options.includeRaw || one.event === UNKNOWN || one.notes.length > 0;
			return eventItem(
				{ ...one, notes },
				{ receivedAt, ...(showsRaw ? { raw } : {}) },
				options.simplify,
			);
		});
}

/** What could not be read always passes: nobody knows what it was. */
function passes({ event, data }: Notification, { events, names }: TriggerOptions): boolean {
	if (event === UNKNOWN) return true;
	if (events !== null && !events.includes(event)) return false;
	const own = [event, data.notification_mnemonic, data.notification_name];
	return (
		names.length === 0 ||
		own.some((one) => typeof one === 'string' && names.includes(one.trim().toLowerCase()))
	);
}

/** Tests of a workflow are meant to see the same notification again and again. */
function wasHandled(context: IWebhookFunctions, notification: Notification): boolean {
	if (context.getMode() === 'manual') return false;
	const key = notificationKey(notification);
	if (key === null) return false;
	const node = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const state = new SeenInStaticData(context.getWorkflowStaticData('node'));
	return isRepeated(node, [key], state, systemClock.now());
}
