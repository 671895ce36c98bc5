import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { InvalidValue } from '../shared/invalidValue';
import { ApiFailure } from '../shared/wire';

/** An exception in the words of n8n, where there is no item it could belong to: dropdowns, polls. */
export function shownFailure(node: INode, error: unknown): Error {
	if (error instanceof ApiFailure) {
		const { message, description, status } = error;
		const httpCode = status === null ? undefined : String(status);
		// only the plain facts: the request, with its headers, stays out
		return new NodeApiError(node, { status }, { message, description, httpCode });
	}
	if (error instanceof InvalidValue) {
		return new NodeOperationError(node, error.message, { description: error.description });
	}
	return error instanceof Error ? error : new NodeOperationError(node, String(error));
}
