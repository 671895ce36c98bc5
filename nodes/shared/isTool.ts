import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether a model runs the node. n8n says so itself in some ways of calling; in others (AI Agent
 * from version 3) only the node's type tells, which then ends in `Tool`.
 */
export function isTool(context: IExecuteFunctions): boolean {
	return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}
