/** Deliveries on demand: samples of events, or bodies recorded elsewhere. */
import type { AccountRuntime } from '../account';
import type { DeliveryOrder } from '../contract';
import { isRecord } from '../guards';
import type { World } from '../world';
import { toPhp } from './entityChanges';
import { sampleChange } from './samples';

/** How many hooks get it; null for an event without a sample. */
export function deliver(
	world: World,
	account: AccountRuntime,
	order: DeliveryOrder,
): number | null {
	if ('body' in order) return world.sender.sendBody(account, order);
	const { event, fields = {}, count = 1 } = order;
	const more = Object.fromEntries(Object.entries(fields).map(([key, v]) => [key, toPhp(v)]));
	const change = sampleChange(event, more);
	if (!change) return null;
	const before = account.store.deliveries.size;
	const id = typeof change.fields['id'] === 'number' ? change.fields['id'] : 0;
	const changes = Array.from({ length: count }, (_, n) =>
		n === 0 || id === 0 ? change : { ...change, fields: { ...change.fields, id: id + n } },
	);
	world.sender.notify(account, changes);
	return account.store.deliveries.size - before;
}

export function readOrder(body: unknown): DeliveryOrder | undefined {
	if (!isRecord(body)) return undefined;
	const { event, fields, count, body: text, contentType, destination } = body;
	if (typeof text === 'string') {
		return {
			body: text,
			...(typeof contentType === 'string' ? { contentType } : {}),
			...(typeof destination === 'string' ? { destination } : {}),
		};
	}
	if (typeof event !== 'string') return undefined;
	return {
		event,
		...(isRecord(fields) ? { fields } : {}),
		...(typeof count === 'number' && count >= 1 ? { count } : {}),
	};
}
