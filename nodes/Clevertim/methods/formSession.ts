import { NodeApiError, NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { ApiFailure } from '../../shared/wire';
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
		throw shownFailure(context, error);
	}
}

function shownFailure(context: ILoadOptionsFunctions, error: unknown): Error {
	const node = context.getNode();
	if (error instanceof ApiFailure) {
		const { message, description, status } = error;
		return new NodeApiError(
			node,
			{ status },
			{ message, description, httpCode: status === null ? undefined : String(status) },
		);
	}
	if (error instanceof InvalidValue) {
		return new NodeOperationError(node, error.message, { description: error.description });
	}
	return error instanceof Error ? error : new NodeOperationError(node, String(error));
}
