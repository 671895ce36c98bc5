import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemClock } from '../../shared/clock';
import { isRepeated } from '../../shared/seenDeliveries';
import { endRequest, rawBodyOf, readUnreadBody } from '../../shared/webhookRequest';
import { decodeBody } from './decode/decodeBody';
import type { DeliveredEvent, Delivery } from './decode/decodeDelivery';
import { deliveryAccountIds } from './deliveryAccount';
import { carriesSecret } from './destination';
import { deliveryKeys } from './duplicates';
import { eventItem, type DeliveryFacts } from './eventItem';
import { passes } from './filters';
import { withFullEntities } from './full/withFullEntities';
import { readOptions, type TriggerOptions } from './triggerOptions';
import { TriggerState } from './triggerState';

/** A delivery as n8n received it. */
interface Received {
	body: Buffer;
	deliveryId: string | null;
	/** ISO 8601. */
	receivedAt: string;
}

const NO_RUN: IWebhookResponseData = { noWebhookResponse: true };

/**
 * A delivery becomes items. The answer goes out first, because the account waits 2 seconds; from
 * then on nothing may fail any more, or the event would be lost.
 * @see fact sheet §5.1, §5.2
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const state = new TriggerState(this.getWorkflowStaticData('node'));
	await readUnreadBody(this);
	const received = receivedBy(this);
	if (!isExpected(this, state, received.body)) {
		endRequest(this, 401);
		return NO_RUN;
	}
	endRequest(this, 200);
	const items = await itemsOf(this, state, received).catch((error: unknown) => [
		withoutDecoding(received, error),
	]);
	if (items.length === 0) return NO_RUN;
	return { ...NO_RUN, workflowData: [items.map((json) => ({ json }))] };
}

function receivedBy(context: IWebhookFunctions): Received {
	const id = context.getHeaderData()['x-amocrm-requestid'];
	return {
		body: rawBodyOf(context),
		deliveryId: typeof id === 'string' && id !== '' ? id : null,
		receivedAt: new Date(systemClock.now()).toISOString(),
	};
}

/** Nobody signs deliveries: the secret in the address and the account's id are all there is. */
function isExpected(context: IWebhookFunctions, state: TriggerState, body: Buffer): boolean {
	if (!carriesSecret(Object(context.getQueryData()) as object, state.secret)) return false;
	const known = state.accountIds();
	return known.length === 0 || deliveryAccountIds(body).every((id) => known.includes(id));
}

async function itemsOf(
	context: IWebhookFunctions,
	state: TriggerState,
	received: Received,
): Promise<IDataObject[]> {
	const text = textOf(received);
	const pause = async () => await systemClock.sleep(0);
	const { account, events } = await decodeBody(text, pause);
	const options = readOptions(context);
	if (options.suppressDuplicates && wasHandled(context, state, received, events)) return [];
	const wanted = events.filter((event) => passes(event, options.filters));
	const isUnread = events.every(({ event }) => event === 'unknown');
	const facts: DeliveryFacts = {
		account,
		receivedAt: received.receivedAt,
		deliveryId: received.deliveryId,
		...(options.includeRaw || isUnread ? { raw: text } : {}),
	};
	return await shaped(context, wanted, facts, options);
}

async function shaped(
	context: IWebhookFunctions,
	events: DeliveredEvent[],
	facts: DeliveryFacts,
	options: TriggerOptions,
): Promise<IDataObject[]> {
	const items = events.map((event) => eventItem(event, facts, options.simplify));
	if (!options.loadFull) return items;
	return await withFullEntities(context, events, items, options.simplify);
}

/** Tests of a workflow are meant to see the same body again and again. */
function wasHandled(
	context: IWebhookFunctions,
	state: TriggerState,
	{ body, deliveryId }: Received,
	events: Delivery['events'],
): boolean {
	if (context.getMode() === 'manual') return false;
	const node = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const keys = deliveryKeys(body, deliveryId, events);
	return isRepeated(node, keys, state, systemClock.now());
}

function withoutDecoding(received: Received, error: unknown): IDataObject {
	return {
		event: 'unknown',
		entityType: null,
		action: null,
		entity: {},
		account: { id: null, subdomain: null, url: null },
		receivedAt: received.receivedAt,
		deliveryId: received.deliveryId,
		reason: `The options could not be applied: ${error instanceof Error ? error.message : String(error)}`,
		raw: textOf(received),
	};
}

/** The body as text; a byte order mark is no part of it. */
function textOf({ body }: Received): string {
	return body.toString('utf8').replace(/^\ufeff/, '');
}
