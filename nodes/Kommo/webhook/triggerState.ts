import type { IDataObject } from 'n8n-workflow';

import { SeenInStaticData } from '../../shared/seenDeliveries';
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
export class TriggerState extends SeenInStaticData {
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

	private registrations(): IDataObject {
		return isRecord(this.data.registrations) ? { ...this.data.registrations } : {};
	}
}
