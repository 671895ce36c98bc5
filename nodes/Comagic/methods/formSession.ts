import { NodeApiError, NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { ApiFailure } from '../../shared/wire';
import { ComagicSession } from '../transport/session';

/** A dropdown that keeps the user waiting longer is of no use. */
const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 30_000;

/**
 * Opens a session for a dropdown, runs `read` with it and ends it. Nothing is kept afterwards: the
 * next dropdown may belong to another account.
 */
export async function withSession<T>(
	context: ILoadOptionsFunctions,
	read: (session: ComagicSession) => Promise<T>,
): Promise<T> {
	const userId = context.getCurrentNodeParameter('options.userId') ?? null;
	let session: ComagicSession | null = null;
	try {
		const settings = { maxWaitMs: MAX_WAIT_MS, timeoutMs: TIMEOUT_MS, userId: plain(userId) };
		session = await ComagicSession.open(context, settings);
		return await read(session);
	} catch (error) {
		throw shownFailure(context, error);
	} finally {
		await session?.close();
	}
}

/** An expression has no value in the form. */
function plain(value: unknown): unknown {
	return typeof value === 'string' && value.startsWith('=') ? null : value;
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
