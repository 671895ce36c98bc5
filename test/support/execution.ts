import './isolatedUserFolder';

import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ExecutionStatus,
	type IDataObject,
	type INodeExecutionData,
	type IRun,
	type ITaskData,
} from 'n8n-workflow';

import { START, type Prepared } from './workflow';

/** The node's own failure, as n8n stores and shows it: plain data, the class is gone. */
export interface RunError extends Error {
	description?: string | null;
	/** HTTP status as text, of a NodeApiError. */
	httpCode?: string | null;
	context: IDataObject;
	/** Index of the input item the failure belongs to, null when it names none. */
	itemIndex: number | null;
	/** `warning` or `error`. */
	level?: string;
}

/** Starts the prepared workflow with these items and waits for its end. */
export async function execute(
	{ workflow, additionalData, mode }: Prepared,
	items: INodeExecutionData[],
	cancelAfter?: () => Promise<unknown>,
): Promise<IRun> {
	const start = workflow.getNode(START);
	if (!start) throw new Error('The workflow has no start node');
	const runData = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: start, data: { main: [items] }, source: null }] },
	});
	// n8n stores what the first of these hooks says; after a cancellation the engine goes on and
	// ends with another status that nobody sees
	const reported: ExecutionStatus[] = [];
	additionalData.hooks?.addHandler('workflowExecuteAfter', ({ status }) => {
		reported.push(status);
	});
	const engine = new WorkflowExecute(additionalData, mode, runData);
	const running = engine.processRunExecutionData(workflow);
	let failure: Error | undefined;
	void cancelAfter?.()
		.catch((error: unknown) => {
			failure = error instanceof Error ? error : new Error(String(error));
		})
		.finally(() => running.cancel());
	const run = await running;
	if (failure) throw failure;
	const [status = run.status] = reported;
	return { ...run, status };
}

/** The failure n8n recorded for the node, else for the execution. */
export function errorOf(task: ITaskData | undefined, run: IRun): RunError | null {
	const found = task?.error ?? run.data.resultData.error;
	if (!found) return null;
	const context: IDataObject = 'context' in found ? found.context : {};
	const { itemIndex } = context;
	const { name, message } = found;
	// stored as plain data already: no class is lost here
	const fields: object = found;
	return {
		...fields,
		name,
		message,
		context,
		itemIndex: typeof itemIndex === 'number' ? itemIndex : null,
	};
}
