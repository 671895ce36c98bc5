import type { IDataObject } from 'n8n-workflow';

import { decodeBody } from '../../../../nodes/Kommo/webhook/decode/decodeBody';
import type { DeliveredEvent } from '../../../../nodes/Kommo/webhook/decode/decodeDelivery';
import { phpForm } from '../../../../sandbox/kommo/webhooks/phpForm';
import { sampleChange } from '../../../../sandbox/kommo/webhooks/samples';

export const ACCOUNT =
	'account%5Bsubdomain%5D=acme&account%5Bid%5D=30001&account%5B_links%5D%5Bself%5D=https%3A%2F%2Facme.kommo.com';

/** A delivery of the sandbox's sample of an event, as it travels. */
export function sampleBody(code: string, count = 1): string {
	const change = sampleChange(code);
	if (!change) throw new Error(`There is no sample of '${code}'`);
	const { group, action, fields } = change;
	const entities = Array.from({ length: count }, () => fields);
	const tree = group === '' ? { [action]: entities } : { [group]: { [action]: entities } };
	return `${ACCOUNT}&${phpForm(tree)}`;
}

export async function eventsIn(body: string): Promise<DeliveredEvent[]> {
	return (await decodeBody(body, async () => undefined)).events;
}

/** The only event of a body. */
export async function eventIn(body: string): Promise<DeliveredEvent> {
	const [event, ...more] = await eventsIn(body);
	if (!event || more.length > 0) throw new Error(`${more.length + 1} events`);
	return event;
}

export async function entityIn(body: string): Promise<IDataObject> {
	return (await eventIn(body)).entity;
}
