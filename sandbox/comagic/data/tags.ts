/** Tags and what they are put on (§B.7, §B.8). */
import { isRecord } from '../../kommo/guards';
import { fromLocal, toLocal } from '../localTime';
import { invalid, missing, notFound, RpcError } from '../rpc/errors';
import type { EventKind } from '../seed/traffic';
import type { Row, TagLink } from '../store';
import type { DataCall, Handlers } from './call';
import { keyOf, tagLinksOf, type EventFacts } from './communicationColumns';
import { findCommunication } from './findCommunication';

const KINDS: readonly EventKind[] = ['call', 'chat', 'goal', 'offline_message'];

function kindOf(value: unknown): EventKind {
	const kind = KINDS.find((known) => known === value);
	if (!kind) throw invalid('communication_type', value);
	return kind;
}

function communicationOf(
	call: DataCall,
	params = call.params,
): { kind: EventKind; facts: EventFacts } {
	const kind = kindOf(params.communication_type);
	const { communication_id, communication_ext_id } = params;
	if (communication_id === undefined && communication_ext_id === undefined) {
		throw missing('communication_id');
	}
	// the external id is ignored when both are given
	const wanted =
		communication_id === undefined ? { extId: communication_ext_id } : { id: communication_id };
	const facts = findCommunication(call.store, kind, wanted);
	if (facts) return { kind, facts };
	const field = communication_id === undefined ? 'communication_ext_id' : 'communication_id';
	throw notFound(field, params[field]);
}

function tagOf({ store }: DataCall, id: unknown, field = 'tag_id'): Row & { id: number } {
	const tag = store.get('tags', id);
	if (!tag || typeof tag.id !== 'number') throw notFound(field, id);
	return { ...tag, id: tag.id };
}

function setTags(call: DataCall, kind: EventKind, facts: EventFacts, links: TagLink[]): void {
	call.store.tagLinks.set(keyOf(kind, facts.communicationId), links);
}

const linked = (call: DataCall, id: number): TagLink => ({
	tag_id: id,
	tag_change_time: toLocal(call.now),
});

function add(call: DataCall): Record<string, unknown> {
	const { kind, facts } = communicationOf(call);
	const tag = tagOf(call, call.params.tag_id);
	const links = tagLinksOf(call.store, kind, facts);
	if (!links.some(({ tag_id }) => tag_id === tag.id)) {
		setTags(call, kind, facts, [...links, linked(call, tag.id)]);
	}
	return {};
}

function remove(call: DataCall): Record<string, unknown> {
	const { kind, facts } = communicationOf(call);
	const tag = tagOf(call, call.params.tag_id);
	const links = tagLinksOf(call.store, kind, facts);
	if (!links.some(({ tag_id }) => tag_id === tag.id)) throw notFound('tag_id', tag.id);
	const rest = links.filter(({ tag_id }) => tag_id !== tag.id);
	setTags(call, kind, facts, rest);
	const key = keyOf(kind, facts.communicationId);
	if (call.store.sales.has(key) && tag.id === SALE_TAG) call.store.sales.delete(key);
	return {};
}

/** The system tag of a sale. */
const SALE_TAG = 102;

function sell(call: DataCall): Record<string, unknown> {
	const { kind, facts } = communicationOf(call);
	const { date_time, transaction_value, comment } = call.params;
	const at = fromLocal(date_time);
	if (at === undefined || at < facts.at)
		throw new RpcError('invalid_date_time', { field: 'date_time', value: date_time });
	const site = call.store.get('sites', facts.siteId ?? facts.visit?.siteId);
	if (site && site.sales_enabled !== true)
		throw new RpcError('forbidden', { field: 'communication_id', code: -32602 });
	const id = call.store.next('sale');
	call.store.sales.set(keyOf(kind, facts.communicationId), {
		id,
		date_time: toLocal(at),
		transaction_value: Number(transaction_value),
		comment: typeof comment === 'string' ? comment : null,
	});
	const links = tagLinksOf(call.store, kind, facts).filter(({ tag_id }) => tag_id !== SALE_TAG);
	setTags(call, kind, facts, [...links, linked(call, SALE_TAG)]);
	return { id };
}

/** Puts exactly these tags on a communication. */
function replaceTags(call: DataCall, params = call.params): Row[] {
	const { kind, facts } = communicationOf(call, params);
	const ids: unknown[] = Array.isArray(params.tag_ids) ? params.tag_ids : [];
	const tags = ids.map((id) => tagOf(call, id, 'tag_ids'));
	setTags(
		call,
		kind,
		facts,
		tags.map(({ id }) => linked(call, id)),
	);
	return tags;
}

function replace(call: DataCall): Record<string, unknown> {
	const tags = replaceTags(call);
	const { communication_id, communication_type } = call.params;
	const items = tags.map(({ id, name }) => ({ id, name, color: 'color1' }));
	return { communication_id, communication_type, items };
}

/** `items` put one tag each; `tag_ids` are put on all of them. All are checked before one is put. */
function setMany(call: DataCall): Record<string, unknown> {
	const { items, tag_ids } = call.params;
	const entries: unknown[] = Array.isArray(items) ? items : [];
	const common: unknown[] = Array.isArray(tag_ids) ? tag_ids : [];
	const checked = entries.filter(isRecord).map((entry) => {
		const wanted = [...common, ...(entry.tag_id === undefined ? [] : [entry.tag_id])];
		return { ...communicationOf(call, entry), ids: wanted.map((id) => tagOf(call, id).id) };
	});
	for (const { kind, facts, ids } of checked) {
		const links = tagLinksOf(call.store, kind, facts);
		const added = ids.filter((id) => !links.some(({ tag_id }) => tag_id === id));
		setTags(call, kind, facts, [...links, ...added.map((id) => linked(call, id))]);
	}
	return { success: 'true' };
}

export const tagHandlers: Handlers = {
	'set.tag_communications': add,
	'unset.tag_communications': remove,
	'set.tag_sales': sell,
	'update.tags_communication': replace,
	'set.communications_tags': setMany,
};
