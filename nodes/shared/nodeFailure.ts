import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { InvalidValue } from './invalidValue';
import type { NodeFailure } from './row';
import { ApiFailure } from './wire';

/** An exception in the words of n8n, with the item it belongs to. */
export function nodeFailure(node: INode, error: unknown, itemIndex: number): NodeFailure {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	if (error instanceof ApiFailure) {
		return new NodeApiError(
			node,
			// only the plain facts: the request, with its headers, stays out of the execution's data
			{ status: error.status },
			{
				message: error.message,
				description: error.description,
				httpCode: error.status === null ? undefined : String(error.status),
				itemIndex,
				level: 'warning',
			},
		);
	}
	if (error instanceof InvalidValue) {
		return new NodeOperationError(node, `${error.message} [item ${itemIndex}]`, {
			description: error.description,
			itemIndex,
			level: 'warning',
		});
	}
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
}
