import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isTool } from './isTool';
import type { Row } from './row';
import type { ApiFailure } from './wire';

/**
 * What became of an item: the API's record, or the failure after which nobody knows whether it was
 * written (sent at, ms). Neither is sent a second time.
 */
export type LedgerEntry =
	| {
			answer: IDataObject;
			/** What was sent, with the values that only sending brought about. */
			sent?: Pick<Row, 'method' | 'body'>;
			/** Follow-ups that went well. */
			followed?: string[];
	  }
	| { lost: ApiFailure; sentAt: number };

/** By item index. */
export type Ledger = Map<number, LedgerEntry>;

/**
 * Keyed by the object n8n keeps for a node during one execution: it outlives the tries of Retry On
 * Fail and goes with the execution, so that nothing has to be expired or bounded by hand, and
 * nothing is stored with the execution's data.
 */
const executions = new WeakMap<object, Map<number, Ledger>>();

/**
 * The ledger of one run of a node. n8n's Retry On Fail runs a node again for all its items;
 * without this, rows of batches that went well would be created a second time.
 * Null when nothing can run it again: Retry On Fail is off, or the node runs as an agent's tool,
 * where each try has a run index of its own and holds a single item.
 */
export function openLedger(context: IExecuteFunctions): Ledger | null {
	if (context.getNode().retryOnFail !== true || isTool(context)) return null;
	const execution = context.getContext('node');
	const runs = executions.get(execution) ?? new Map<number, Ledger>();
	executions.set(execution, runs);
	const run = runIndex(context);
	const ledger: Ledger = runs.get(run) ?? new Map<number, LedgerEntry>();
	runs.set(run, ledger);
	return ledger;
}

/** Forgets a run that succeeded: the next one with this index is a new one. */
export function closeLedger(context: IExecuteFunctions): void {
	executions.get(context.getContext('node'))?.delete(runIndex(context));
}

function runIndex(context: IExecuteFunctions): number {
	return Number(context.evaluateExpression('{{ $runIndex }}', 0));
}
