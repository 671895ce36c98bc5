/** Loss reasons (§4.2). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { FieldReader } from '../fieldReader';
import type { Json } from '../guards';
import { pageAnswer, selfLink } from '../hal';
import type { StoredLossReason } from '../model';
import { cannot, Problem } from '../problems';
import { readRows, readSingle, storeRows, writeAnswer } from '../rows';

const path = '/leads/loss_reasons';

export const lossReasonRoutes: Route[] = [
	{ method: 'GET', path, handle: available(list) },
	{ method: 'POST', path, handle: available(create) },
	{ method: 'GET', path: `${path}/:id`, handle: available(get) },
	{ method: 'PATCH', path: `${path}/:id`, handle: available(update) },
	{ method: 'DELETE', path: `${path}/:id`, handle: available(remove) },
];

// Kommo does not document them
function available(handle: (call: Call) => Answer): (call: Call) => Answer {
	return (call) => {
		const isMissing = call.account.name === 'kommo' && call.switches.kommoLossReasons === 'missing';
		if (isMissing) throw cannot(call.method, call.base + call.path);
		return handle(call);
	};
}

function toWire(call: Call, reason: StoredLossReason): Json {
	return { ...reason, _links: selfLink(call, `${path}/${reason.id}`) };
}

function list(call: Call): Answer {
	const rows = [...call.store.lossReasons.values()];
	return pageAnswer(call, 'loss_reasons', rows, (r) => toWire(call, r));
}

function find(call: Call): StoredLossReason {
	const reason = call.store.lossReasons.get(idParam(call) ?? 0);
	if (!reason) throw new Problem(404, 'Entity not found');
	return reason;
}

function get(call: Call): Answer {
	return { status: 200, entities: 1, body: toWire(call, find(call)) };
}

function create(call: Call): Answer {
	const stored = storeRows(call, readRows(call), (row) => {
		const reader = new FieldReader(row.data, row.errors);
		const name = reader.text('name');
		const sort = reader.int('sort');
		if (row.data['name'] === undefined) row.errors.missing('name');
		return () => {
			const reason: StoredLossReason = {
				id: call.store.nextId('lossReasons'),
				name: name ?? '',
				sort: sort ?? 10_000,
				created_at: call.now,
				updated_at: call.now,
			};
			call.store.lossReasons.set(reason.id, reason);
			return reason;
		};
	});
	const items = stored.map(({ row, value }) => ({ row, item: toWire(call, value) }));
	return writeAnswer(call, 'loss_reasons', items);
}

function update(call: Call): Answer {
	const reason = find(call);
	const [stored] = storeRows(call, [readSingle(call, reason.id)], (row) => {
		const reader = new FieldReader(row.data, row.errors);
		const name = reader.text('name');
		const sort = reader.int('sort');
		return () => {
			reason.name = name ?? reason.name;
			reason.sort = sort ?? reason.sort;
			reason.updated_at = call.now;
			return reason;
		};
	});
	return stored ? { status: 200, body: toWire(call, stored.value) } : noContent;
}

function remove(call: Call): Answer {
	call.store.lossReasons.delete(find(call).id);
	return noContent;
}
