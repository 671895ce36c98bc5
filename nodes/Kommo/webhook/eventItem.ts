import type { IDataObject } from 'n8n-workflow';

import type { DeliveredEvent, Delivery } from './decode/decodeDelivery';
import { simplifyEntity } from './simplifyEntity';

/** What all events of a delivery share. */
export interface DeliveryFacts {
	account: Delivery['account'];
	/** ISO 8601. */
	receivedAt: string;
	/** The sender's request id; whether it stays the same over retries is open (fact sheet §5.1). */
	deliveryId: string | null;
	/** The body as it came, where it was asked for. */
	raw?: string;
}

/** The JSON of an event's item. */
export function eventItem(
	{ event, entityType, action, entity, reason }: DeliveredEvent,
	{ account, receivedAt, deliveryId, raw }: DeliveryFacts,
	isSimple: boolean,
): IDataObject {
	return {
		event,
		entityType,
		action,
		entity:
			isSimple && entityType !== null && event !== 'unknown'
				? simplifyEntity(entity, action === 'note' ? 'notes' : entityType)
				: entity,
		account: { ...account },
		receivedAt,
		deliveryId,
		...(reason === undefined ? {} : { reason }),
		...(raw === undefined ? {} : { raw }),
	};
}
