import { NodeApiError, NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { ApiFailure } from '../../shared/wire';
import { credentialType } from '../connector';
import { KommoSession } from '../transport/session';

/** A dropdown that keeps the user waiting longer is of no use. */
const MAX_WAIT_MS = 5_000;

/**
 * Opens a session for a dropdown and runs `read` with it. Nothing is kept afterwards: the next
 * dropdown may belong to another account.
 */
export async function withSession<T>(
	context: ILoadOptionsFunctions,
	read: (session: KommoSession) => Promise<T>,
): Promise<T> {
	try {
		const type = credentialType(context.getNodeParameter('authentication', 'apiToken'));
		const session = await KommoSession.open(context, type, {
			maxWaitMs: MAX_WAIT_MS,
			timeoutMs: 2 * MAX_WAIT_MS,
		});
		return await read(session);
	} catch (error) {
		throw shown(context, error);
	}
}

function shown(context: ILoadOptionsFunctions, error: unknown): Error {
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
