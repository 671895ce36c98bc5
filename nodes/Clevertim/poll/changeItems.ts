import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { toRecordId } from '../transport/records';
import { withReferences } from '../transport/references';
import type { ClevertimSession } from '../transport/session';
import { listOf } from '../fields/values';
import { shown } from '../../shared/shown';
import type { NetChange } from './netChanges';
import type { Watched } from './watched';

/**
 * One item for each change: `{ event, resource, id, record, detectedAt }`. Of a record that is gone
 * nothing is left but its id.
 * @param nowMs when the collection was read, our clock
 */
export async function changeItems(
	context: IPollFunctions,
	session: ClevertimSession,
	watched: Watched,
	changes: NetChange[],
	nowMs: number,
): Promise<INodeExecutionData[]> {
	const isSimple = context.getNodeParameter('simplify', true) !== false;
	const complete = await loaded(context, session, watched, changes);
	const detectedAt = new Date(nowMs).toISOString();
	const items: INodeExecutionData[] = [];
	for (const [index, { event, id }] of changes.entries()) {
		const record = complete[index] ?? null;
		const simple = record && isSimple ? await watched.simplify(record, session) : record;
		const json: IDataObject = {
			event,
			resource: watched.value,
			id: toRecordId(id),
			record: simple ?? { id: toRecordId(id) },
			detectedAt,
		};
		items.push({ json });
	}
	return items;
}

/** The changed records with those they point to; nothing is read for records that are gone. */
async function loaded(
	context: IPollFunctions,
	session: ClevertimSession,
	watched: Watched,
	changes: NetChange[],
): Promise<Array<IDataObject | null>> {
	const keys = watched.links
		? listOf(context.getNodeParameter('loadReferenced', [])).map(shown)
		: [];
	const found = changes.flatMap(({ record }) => (record ? [record] : []));
	if (keys.length === 0 || found.length === 0) return changes.map(({ record }) => record);
	const complete = await withReferences(session.collections, watched.kind, found, keys);
	const byRecord = new Map(found.map((record, index) => [record, complete[index] ?? record]));
	return changes.map(({ record }) => (record ? (byRecord.get(record) ?? record) : null));
}
