import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from './row';

/**
 * The node's output in input order, each item paired. An item that went wrong keeps its input
 * beside its `error`: n8n makes `{ error: message }` of it on the regular output and sends it,
 * input included, down the error output.
 */
export function toItems(
	outcomes: Map<number, Outcome>,
	input: INodeExecutionData[],
): INodeExecutionData[] {
	const items: INodeExecutionData[] = [];
	for (const [itemIndex, { json, binary }] of input.entries()) {
		const outcome = outcomes.get(itemIndex);
		if (!outcome) continue;
		const pairedItem = { item: itemIndex };
		if (outcome.ok) {
			items.push(...outcome.records.map((record) => ({ json: record, pairedItem })));
		} else {
			items.push({ json: { ...json }, binary, error: outcome.failure, pairedItem });
		}
	}
	return withoutLeadingError(items);
}

/**
 * n8n's Retry On Fail runs the node again when the very first item has `json.error`: an input
 * field of that name must not make it write everything twice.
 */
function withoutLeadingError(items: INodeExecutionData[]): INodeExecutionData[] {
	const [first, ...rest] = items;
	if (!first || first.json.error === undefined) return items;
	const json: IDataObject = { ...first.json };
	delete json.error;
	return [{ ...first, json }, ...rest];
}
