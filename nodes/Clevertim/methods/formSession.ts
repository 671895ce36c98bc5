import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { shownFailure } from '../shownFailure';
import { ClevertimSession } from '../transport/session';

/** A dropdown that keeps the user waiting longer is of no use. */
const MAX_WAIT_MS = 5_000;
/** Whole collections take their time. */
const TIMEOUT_MS = 30_000;

/**
 * Opens a session for a dropdown and runs `read` with it. Nothing is kept afterwards: the next
 * dropdown may belong to another account.
 */
export async function withSession<T>(
	context: ILoadOptionsFunctions,
	read: (session: ClevertimSession) => Promise<T>,
): Promise<T> {
	try {
		const settings = { maxWaitMs: MAX_WAIT_MS, timeoutMs: TIMEOUT_MS };
		return await read(await ClevertimSession.open(context, settings));
	} catch (error) {
		throw shownFailure(context.getNode(), error);
	}
}
