/** What the owner of the n8n instance logs in with. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** A node as it stands in a workflow file. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
}

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface StoredWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
	active: boolean;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export interface ExecutionItem {
	json: Record<string, unknown>;
	error?: { message: string; description?: string };
	pairedItem?: unknown;
}

export interface NodeRun {
	/** Items per output, per input item batch: `[output][item]`. */
	outputs: ExecutionItem[][];
	error?: { message: string; description?: string | null };
	executionTime: number;
}

export interface ExecutionSummary {
	id: string;
	/** n8n's words, as in `Execution`. */
	status: string;
}

export interface Execution {
	id: string;
	workflowId: string;
	/** n8n's words: success, error, running, waiting, canceled, crashed, new, unknown. */
	status: string;
	mode: string;
	/** Runs of every node that ran, by the node's name. */
	nodeRuns: Record<string, NodeRun[]>;
	/** Error that ended the execution. */
	error?: { message: string; description?: string | null };
}
