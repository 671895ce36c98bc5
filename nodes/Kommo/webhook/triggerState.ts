import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';

/** A webhook this node has registered. */
export interface Registered {
	destination: string;
	accountId: number | null;
}

/**
 * What the node keeps in the workflow's static data. n8n notices assignments to the outermost
 * properties only, so each change writes one of them anew.
 */
export class TriggerState {
	constructor(private readonly data: IDataObject) {}

	/** Made once and kept over republishing, so that repeated deliveries and upserts still fit. */
	get secret(): string | null {
		return typeof this.data.secret === 'string' ? this.data.secret : null;
	}

	set secret(secret: string | null) {
		this.data.secret = secret;
	}

	/** @param place path of the node's URL: tests of a workflow have one of their own */
	registered(place: string): Registered | null {
		const found = this.registrations()[place];
		if (!isRecord(found) || typeof found.destination !== 'string') return null;
		const { destination, accountId } = found;
		return { destination, accountId: typeof accountId === 'number' ? accountId : null };
	}

	register(place: string, { destination, accountId }: Registered): void {
		this.data.registrations = { ...this.registrations(), [place]: { destination, accountId } };
	}

	forget(place: string): void {
		const { [place]: _gone, ...others } = this.registrations();
		this.data.registrations = others;
	}

	/** Ids of the accounts that may send; none when nothing is known. */
	accountIds(): number[] {
		return Object.values(this.registrations()).flatMap((one) =>
			isRecord(one) && typeof one.accountId === 'number' ? [one.accountId] : [],
		);
	}

	/** Keys of deliveries with the time they came, ms, oldest first. */
	get seen(): Array<[key: string, at: number]> {
		if (!Array.isArray(this.data.seen)) return [];
		const entries: unknown[] = this.data.seen;
		return entries.flatMap((one): Array<[string, number]> => {
			const [, at, key] = /^(\d+) (.+)$/.exec(shown(one)) ?? [];
			return at === undefined || key === undefined ? [] : [[key, Number(at)]];
		});
	}

	set seen(entries: Array<[key: string, at: number]>) {
		// texts, because n8n watches every object in static data
		this.data.seen = entries.map(([key, at]) => `${at} ${key}`);
	}

	private registrations(): IDataObject {
		return isRecord(this.data.registrations) ? { ...this.data.registrations } : {};
	}
}
