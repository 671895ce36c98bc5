import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { isRecord, type QueryValue } from '../../shared/wire';
import type { ClevertimRow } from '../fields/clevertimField';
import { answerFrom } from '../transport/localQuery';
import type { ClevertimSession } from '../transport/session';
import type { Watched } from './watched';

/**
 * The records that pass the filters of the form, which are the node's own search filters; null when
 * no filter is set. Throws InvalidValue for a filter that cannot be used.
 */
export async function passing(
	context: IPollFunctions,
	session: ClevertimSession,
	{ filters }: Watched,
	records: IDataObject[],
): Promise<ReadonlySet<IDataObject> | null> {
	if (!filters?.fields) return null;
	const chosen: unknown = context.getNodeParameter('filters', {});
	if (!isRecord(chosen)) return null;
	const query: Record<string, QueryValue> = {};
	const row = filterRow(context, session, query);
	for (const { prop, to } of filters.fields) {
		if (Object.hasOwn(chosen, prop.name)) await to?.(chosen[prop.name], row);
	}
	return Object.keys(query).length === 0 ? null : new Set(answerFrom(records, query));
}

/** What the transforms of filters look at and set; a poll has neither items nor a body. */
function filterRow(
	context: IPollFunctions,
	session: ClevertimSession,
	query: Record<string, QueryValue>,
): ClevertimRow {
	const forItemsOnly = (): never => {
		throw new Error('A filter has to do with neither an item nor a body');
	};
	return {
		itemIndex: 0,
		session,
		timezone: context.getTimezone(),
		json: {},
		parameter: (name) => context.getNodeParameter(name, null),
		query: (key, value) => {
			query[key] = value;
		},
		warn: (message) => context.logger.warn(message),
		method: forItemsOnly,
		path: forItemsOnly,
		body: forItemsOnly,
		amend: forItemsOnly,
		before: forItemsOnly,
		binary: forItemsOnly,
		expect: forItemsOnly,
		match: forItemsOnly,
		completeNew: forItemsOnly,
		split: forItemsOnly,
		after: forItemsOnly,
		from: forItemsOnly,
	};
}
