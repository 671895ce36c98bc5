import { createHash } from 'node:crypto';

import type { DeliveredEvent } from './decode/decodeDelivery';

/**
 * What makes a delivery the same as another one: its body, together with the request id. As that may
 * change from try to try (§5.1, unverified), the body alone counts, too, where it cannot come twice
 * by itself: every entity in it tells when it was changed, was added, or is an incoming lead that was
 * accepted or declined.
 */
export function deliveryKeys(
	body: Buffer | string,
	deliveryId: string | null,
	events: DeliveredEvent[],
): string[] {
	const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
	const ids = deliveryId === null ? [] : [`${deliveryId.slice(0, 64)} ${hash}`];
	return events.length > 0 && events.every(happensOnce) ? [...ids, hash] : ids;
}

function happensOnce({ action, entity, entityType }: DeliveredEvent): boolean {
	const isDated = ['updated_at', 'last_modified'].some((name) => entity[name] !== undefined);
	const isDecided = entityType === 'unsorted' && action === 'delete' && entity.uid !== undefined;
	return action === 'add' || isDated || isDecided;
}
