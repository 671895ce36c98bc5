import type { Execution, NodeRun } from './clientTypes';
import { parseReferencedJson } from './referencedJson';

interface WireRun {
	data?: { main?: Array<NodeRun['outputs'][number] | null> };
	error?: NodeRun['error'];
	executionTime: number;
}

interface WireData {
	resultData?: { runData?: Record<string, WireRun[]>; error?: Execution['error'] };
}

/** An execution as n8n answers it: its data is a text of referenced JSON. */
export interface WireExecution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	data?: string;
}

/** Turns n8n's answer into what tests and the demo look at. */
export function readExecution(wire: WireExecution): Execution {
	const { resultData } = wireData(wire.data);
	const nodeRuns = Object.entries(resultData?.runData ?? {}).map(
		([name, runs]): [string, NodeRun[]] => [name, runs.map(readRun)],
	);
	return {
		id: wire.id,
		workflowId: wire.workflowId,
		status: wire.status,
		mode: wire.mode,
		nodeRuns: Object.fromEntries(nodeRuns),
		...(resultData?.error ? { error: resultData.error } : {}),
	};
}

function readRun({ data, error, executionTime }: WireRun): NodeRun {
	const outputs = (data?.main ?? []).map((items) => items ?? []);
	return { outputs, executionTime, ...(error ? { error } : {}) };
}

function wireData(text: string | undefined): WireData {
	const value = text ? parseReferencedJson(text) : {};
	return typeof value === 'object' && value !== null ? value : {};
}
