import './isolatedUserFolder';

import type {
	ExecutionStatus,
	IBinaryData,
	IDataObject,
	INodeExecutionData,
	IRun,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { CredentialStore } from './credentialStore';
import { errorOf, execute, type RunError } from './execution';
import { NODE, prepare, toItems, type NodeUnderTest } from './workflow';

export { CredentialStore } from './credentialStore';
export { testCredential } from './credentialTest';
export type { RunError } from './execution';
export { listSearch, loadOptions, resourceMapping } from './formMethods';
export { runAsTool } from './toolRun';
export type { NodeSettings, NodeUnderTest } from './workflow';

export interface RunOptions extends NodeUnderTest {
	/** Input of the node, as items or as their JSON. Default: one item with empty JSON. */
	items?: INodeExecutionData[] | IDataObject[];
	/** The execution is cancelled, as by n8n's Stop button, as soon as this promise is fulfilled. */
	cancelAfter?: () => Promise<unknown>;
}

export interface RunResult {
	/** By output; with continueErrorOutput the last one holds the error items. */
	outputs: INodeExecutionData[][];
	/** First output. */
	items: INodeExecutionData[];
	/** JSON of the first output. */
	json: IDataObject[];
	/** The node's own failure; null when it succeeded or went on. */
	error: RunError | null;
	hints: NodeExecutionHint[];
	/** Calls of execute(), 0 when the node was not reached. */
	tries: number;
	status: ExecutionStatus;
	/** The store the run used, with tokens n8n wrote back. */
	credentials: CredentialStore;
	/** Everything n8n recorded. */
	run: IRun;
}

/**
 * Runs start → node in n8n's own engine, with its retries, error outputs, pairing and request
 * helpers.
 *
 * @throws WorkflowHasIssuesError when n8n would refuse to start: a required parameter is empty.
 */
export async function runNode(options: RunOptions): Promise<RunResult> {
	const prepared = await prepare(options);
	const run = await execute(prepared, toItems(options.items ?? [{}]), options.cancelAfter);
	const task = run.data.resultData.runData[NODE]?.at(-1);
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	const items = outputs[0] ?? [];
	return {
		outputs,
		items,
		json: items.map((item) => item.json),
		error: errorOf(task, run),
		hints: task?.hints ?? [],
		tries: prepared.tries(),
		status: run.status,
		credentials: prepared.credentials,
		run,
	};
}

/** An input item with a file, as n8n keeps it in memory. */
export function binaryItem(
	json: IDataObject,
	files: Record<string, { content: Buffer | string; fileName: string; mimeType: string }>,
): INodeExecutionData {
	const binary = Object.entries(files).map(([name, file]): [string, IBinaryData] => {
		const buffer = Buffer.from(file.content);
		const { fileName, mimeType } = file;
		return [name, { data: buffer.toString('base64'), fileName, mimeType, bytes: buffer.length }];
	});
	return { json, binary: Object.fromEntries(binary) };
}
