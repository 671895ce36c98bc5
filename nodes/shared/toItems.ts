import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { filesOf } from './recordFiles';
import type { NodeFailure, Outcome } from './row';

/**
 * The node's output, each item paired, in input order. An item that went wrong keeps its input:
 * on the regular output beside `error`, on the error output through n8n, which merges it in.
 * (An `error` beside `json` would make n8n replace the whole json by the message.)
 */
export function toItems(
	outcomes: Map<number, Outcome>,
	input: INodeExecutionData[],
	node: INode,
): INodeExecutionData[] {
	const good: INodeExecutionData[] = [];
	const bad: INodeExecutionData[] = [];
	const splits = node.onError === 'continueErrorOutput';
	for (const [itemIndex, item] of input.entries()) {
		const outcome = outcomes.get(itemIndex);
		if (!outcome) continue;
		const pairedItem = { item: itemIndex };
		if (outcome.ok) {
			// one by one: a call with 100,000 arguments ends the process's stack
			for (const record of outcome.records) good.push(itemOf(record, pairedItem));
		} else {
			const json = failedJson(outcome.failure, splits ? {} : item.json);
			// items of the error output leave this list, so that their place does not matter
			(splits ? bad : good).push({ json, binary: item.binary, pairedItem });
		}
	}
	return withoutLeadingError([...good, ...bad], outcomes, node);
}

function itemOf(record: IDataObject, pairedItem: { item: number }): INodeExecutionData {
	const binary = filesOf(record);
	return binary ? { json: record, binary, pairedItem } : { json: record, pairedItem };
}

function failedJson({ message, description }: NodeFailure, input: IDataObject): IDataObject {
	const details = description && input.details === undefined ? { details: description } : {};
	return { ...input, ...details, error: message };
}

/**
 * n8n's Retry On Fail runs the node again when the very first item has `json.error`, and would
 * write everything twice. Beside `json` the error does no such harm.
 */
function withoutLeadingError(
	items: INodeExecutionData[],
	outcomes: Map<number, Outcome>,
	node: INode,
): INodeExecutionData[] {
	const [first, ...rest] = items;
	if (!first || first.json.error === undefined || node.retryOnFail !== true) return items;
	const json: IDataObject = { ...first.json };
	delete json.error;
	const pairedItem = first.pairedItem;
	const index = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
	const outcome = outcomes.get(index);
	return [
		{ ...first, json, ...(outcome && !outcome.ok ? { error: outcome.failure } : {}) },
		...rest,
	];
}
