import type { IDataObject } from 'n8n-workflow';

import { ApiFailure, isRecord, recordsAt } from '../../shared/wire';
import type { KommoSession } from '../transport/session';

/** A webhook of the account (fact sheet §4.19). */
export interface Subscription {
	destination: string;
	settings: string[];
	disabled: boolean;
	accountId: number | null;
}

const PATH = '/api/v4/webhooks';

/** All webhooks of the account, or those of one destination; 204 stands for none. */
export async function listSubscriptions(
	session: KommoSession,
	destination?: string,
): Promise<Subscription[]> {
	const { body } = await session.send({
		method: 'GET',
		path: PATH,
		...(destination === undefined ? {} : { query: { 'filter[destination]': destination } }),
	});
	return recordsAt(body, '_embedded.webhooks').map(subscriptionOf);
}

/** Creates or replaces: the destination is the key, and the new events replace the old ones. */
export async function subscribe(
	session: KommoSession,
	destination: string,
	settings: string[],
): Promise<Subscription> {
	const body = { destination, settings, sort: 10 };
	// n8n itself tries it again, and the destination is the key: a second one does no harm
	const request = { method: 'POST' as const, path: PATH, body, restartable: true };
	const answer = await session.send(request);
	return subscriptionOf(isRecord(answer.body) ? answer.body : {});
}

/** A destination that is not there is as good as removed. */
export async function unsubscribe(session: KommoSession, destination: string): Promise<void> {
	try {
		await session.send({ method: 'DELETE', path: PATH, body: { destination } });
	} catch (error) {
		const isGone = error instanceof ApiFailure && error.status === 404;
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error -- activationFailure words it
		if (!isGone) throw error;
	}
}

function subscriptionOf(record: IDataObject): Subscription {
	const { destination, settings, disabled, account_id: accountId } = record;
	return {
		destination: typeof destination === 'string' ? destination : '',
		settings: Array.isArray(settings) ? settings.map(String) : [],
		disabled: disabled === true,
		accountId: typeof accountId === 'number' ? accountId : null,
	};
}
