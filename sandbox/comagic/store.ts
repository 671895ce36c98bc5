/** Everything one customer's account holds. */
import type { CallFacts } from './seed/calls';
import type { ChatFacts, MessageFacts } from './seed/chats';
import type { OfflineMessageFacts } from './seed/offlineMessages';
import type { EventKind } from './seed/traffic';
import { Traffic } from './seed/traffic';

export type Row = Record<string, unknown> & { id: number | string };

export const COLLECTIONS = [
	'sites',
	'siteBlocks',
	'campaigns',
	'employees',
	'employeeGroups',
	'employeePositions',
	'statuses',
	'tags',
	'contacts',
	'contactGroups',
	'organizations',
	'blacklist',
	'virtualNumbers',
	'availableNumbers',
	'scenarios',
	'mediaFiles',
	'schedules',
	'chatChannels',
	'sipLines',
	'messageFields',
	'uploadedCalls',
	'notifications',
] as const;

export type CollectionName = (typeof COLLECTIONS)[number];

export const isCollection = (name: unknown): name is CollectionName =>
	COLLECTIONS.some((known) => known === name);

/** A tag on a communication. */
export interface TagLink {
	tag_id: number;
	/** Local date and time. */
	tag_change_time: string;
}

export interface Sale {
	id: number;
	/** Local date and time. */
	date_time: string;
	transaction_value: number;
	comment: string | null;
}

/** `call:500000012` */
export type CommunicationKey = `${EventKind}:${number}`;

/** What was written since the seed; the seed itself is worked out by `traffic`. */
export class ComagicStore {
	traffic = new Traffic({ calls: 0, days: 90, now: 0 });
	/** Made by the Call API or uploaded; oldest first. */
	readonly calls: CallFacts[] = [];
	readonly chats: ChatFacts[] = [];
	readonly messages: MessageFacts[] = [];
	readonly offlineMessages: OfflineMessageFacts[] = [];
	/** Where tags were changed: all tags of that communication. */
	readonly tagLinks = new Map<CommunicationKey, TagLink[]>();
	readonly sales = new Map<CommunicationKey, Sale>();
	private readonly maps = new Map<CollectionName, Map<string, Row>>(
		COLLECTIONS.map((name) => [name, new Map<string, Row>()]),
	);
	private readonly lastIds = new Map<string, number>();

	/** Rows by id; the id as text. */
	of(name: CollectionName): Map<string, Row> {
		const map = this.maps.get(name);
		if (!map) throw new Error(`No collection '${name}'`);
		return map;
	}

	all(name: CollectionName): Row[] {
		return [...this.of(name).values()];
	}

	get(name: CollectionName, id: unknown): Row | undefined {
		return this.of(name).get(String(id));
	}

	put(name: CollectionName, row: Row): void {
		this.of(name).set(String(row.id), row);
		if (typeof row.id === 'number') this.startAfter(name, row.id);
	}

	/** Next number of a sequence; the same after every seed. */
	next(sequence: string, first = 1): number {
		const next = Math.max(first, (this.lastIds.get(sequence) ?? 0) + 1);
		this.lastIds.set(sequence, next);
		return next;
	}

	clear(): void {
		for (const map of this.maps.values()) map.clear();
		for (const list of [this.calls, this.chats, this.messages, this.offlineMessages])
			list.length = 0;
		this.tagLinks.clear();
		this.sales.clear();
		this.lastIds.clear();
	}

	private startAfter(sequence: string, last: number): void {
		this.lastIds.set(sequence, Math.max(last, this.lastIds.get(sequence) ?? 0));
	}
}
