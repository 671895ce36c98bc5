/** The communication with an id, of the seed or made since. */
import { callOf } from '../seed/calls';
import { chatOf } from '../seed/chats';
import { offlineMessageOf } from '../seed/offlineMessages';
import { EVENT_AFTER_MS, type EventKind } from '../seed/traffic';
import { COMMUNICATION_BASE, visitAt } from '../seed/visit';
import type { ComagicStore } from '../store';
import type { EventFacts } from './communicationColumns';

type Wanted = { id: unknown } | { extId: unknown };

export function findCommunication(
	store: ComagicStore,
	kind: EventKind,
	wanted: Wanted,
): EventFacts | undefined {
	const added = {
		call: store.calls,
		chat: store.chats,
		offline_message: store.offlineMessages,
		goal: [],
	};
	const own: ReadonlyArray<EventFacts & { extId?: string | undefined }> = added[kind];
	if ('extId' in wanted)
		return own.find(({ extId }) => extId !== undefined && extId === wanted.extId);
	const found = own.find(({ communicationId }) => communicationId === wanted.id);
	return found ?? (typeof wanted.id === 'number' ? seeded(store, kind, wanted.id) : undefined);
}

function seeded({ traffic }: ComagicStore, kind: EventKind, id: number): EventFacts | undefined {
	const place = id - COMMUNICATION_BASE;
	const exists = Number.isInteger(place) && place >= 0 && place < traffic.size;
	if (!exists || traffic.kindOf(place) !== kind) return undefined;
	switch (kind) {
		case 'call':
			return callOf(traffic, place);
		case 'chat':
			return chatOf(traffic, place);
		case 'offline_message':
			return offlineMessageOf(traffic, place);
		default: {
			const visit = visitAt(place, traffic.timeOf(place));
			return { communicationId: id, visit, at: visit.at + EVENT_AFTER_MS };
		}
	}
}
