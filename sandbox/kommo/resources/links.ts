/** Links: list, link, unlink; by entity and in bulk (§4.10). */
import { idParam, noContent, type Answer, type Call, type Route } from '../call';
import { isEntityType, liveEntity } from '../entities/kinds';
import { link, linkedIds, linksOf, unlink, type EntityRef } from '../entities/links';
import { FieldReader } from '../fieldReader';
import { isInt, isRecord, type Json } from '../guards';
import { listAnswer } from '../hal';
import {
	entityTypes,
	type ElementLink,
	type EntityType,
	type LinkEnd,
	type StoredLink,
} from '../model';
import { Problem } from '../problems';
import { branch, numbers, texts } from '../queryString';
import { missingEntity, readRows, storeRows, type Row } from '../rows';
import { entityChange } from '../webhooks/entityChanges';

export const linkRoutes: Route[] = entityTypes.flatMap((type): Route[] => [
	{ method: 'GET', path: `/${type}/links`, handle: (call) => listMany(call, type) },
	{ method: 'POST', path: `/${type}/link`, handle: (call) => linkRows(call, type) },
	{ method: 'POST', path: `/${type}/unlink`, handle: (call) => unlinkRows(call, type) },
	{ method: 'GET', path: `/${type}/:entityId/links`, handle: (call) => listOne(call, type) },
	{ method: 'POST', path: `/${type}/:entityId/link`, handle: (call) => linkRows(call, type) },
	{ method: 'POST', path: `/${type}/:entityId/unlink`, handle: (call) => unlinkRows(call, type) },
]);

interface Shown {
	from: EntityRef;
	to: EntityRef;
	link: StoredLink;
}

/** Seen from `ref`; `main_contact` stands on lead → contact only. */
function shownFrom(call: Call, ref: EntityRef): Shown[] {
	return linksOf(call.store, ref).map((stored) => {
		const isFrom = stored.from_type === ref.type && stored.from_id === ref.id;
		const to: EntityRef = isFrom
			? { type: stored.to_type, id: stored.to_id }
			: { type: stored.from_type, id: stored.from_id };
		return { from: ref, to, link: stored };
	});
}

function linkToWire({ from, to, link: stored }: Shown, withEntity: boolean): Json {
	const hasMain = from.type === 'leads' && to.type === 'contacts';
	return {
		...(withEntity ? { entity_id: from.id, entity_type: from.type } : {}),
		to_entity_id: to.id,
		to_entity_type: to.type,
		metadata: hasMain ? { main_contact: stored.is_main } : elementToWire(stored.element),
	};
}

function elementToWire(element: ElementLink | undefined): Json | null {
	return element ? { ...element } : null;
}

function filtered(call: Call, links: Shown[]): Shown[] {
	const filter = call.query['filter'];
	const toIds = numbers(branch(filter, 'to_entity_id'));
	const toType = texts(branch(filter, 'to_entity_type'))[0];
	const lists = numbers(branch(filter, 'to_catalog_id'));
	const ofLists = links.filter(
		(l) => lists.length === 0 || lists.includes(l.link.element?.catalog_id ?? 0),
	);
	// both together, or they have no effect
	if (toIds.length === 0 || toType === undefined) return ofLists;
	return ofLists.filter((l) => l.to.type === toType && toIds.includes(l.to.id));
}

function listOne(call: Call, type: EntityType): Answer {
	const id = idParam(call, 'entityId') ?? 0;
	if (!liveEntity(call.store, type, id)) {
		throw new Problem(call.switches.missingIdOnWrite, 'Entity not found');
	}
	const links = filtered(call, shownFrom(call, { type, id }));
	return listAnswer(
		call,
		'links',
		links.map((l) => linkToWire(l, false)),
	);
}

function listMany(call: Call, type: EntityType): Answer {
	const ids = numbers(branch(call.query['filter'], 'entity_id'));
	const links = filtered(
		call,
		ids.flatMap((id) => shownFrom(call, { type, id })),
	);
	return listAnswer(
		call,
		'links',
		links.map((l) => linkToWire(l, true)),
	);
}

interface LinkPlan {
	from: EntityRef;
	to: EntityRef;
	isMain?: boolean;
	element?: ElementLink;
}

function linkRows(call: Call, type: EntityType): Answer {
	const stored = storeRows(call, readRows(call), (row) => {
		const plan = readPlan(call, type, row);
		if (plan?.to.type === 'catalog_elements' && !plan.element) {
			row.errors.missing('metadata.catalog_id');
		}
		if (plan) checkPair(call, plan, row);
		return () => {
			if (!plan) throw new Error('a row with errors is never stored');
			const made = link(call.store, plan.from, plan.to, plan.isMain, plan.element);
			announce(call, plan.from);
			return { from: plan.from, to: plan.to, link: made };
		};
	});
	return listAnswer(
		call,
		'links',
		stored.map(({ value }) => linkToWire(value, true)),
	);
}

function unlinkRows(call: Call, type: EntityType): Answer {
	storeRows(call, readRows(call), (row) => {
		const plan = readPlan(call, type, row);
		return () => {
			if (plan && unlink(call.store, plan.from, plan.to)) announce(call, plan.from);
		};
	});
	return noContent;
}

function readPlan(call: Call, type: EntityType, row: Row): LinkPlan | undefined {
	const reader = new FieldReader(row.data, row.errors);
	const fromId = idParam(call, 'entityId') ?? reader.int('entity_id');
	if (fromId === undefined && row.data['entity_id'] === undefined) row.errors.missing('entity_id');
	if (fromId !== undefined && !liveEntity(call.store, type, fromId)) {
		missingEntity(call, row, 'entity_id');
	}
	const toId = reader.int('to_entity_id');
	if (row.data['to_entity_id'] === undefined) row.errors.missing('to_entity_id');
	const toType = row.data['to_entity_type'];
	if (!isEntityType(toType) && toType !== 'catalog_elements') {
		row.errors.notSupported('to_entity_type');
		return undefined;
	}
	if (toId !== undefined && !isThere(call, toType, toId)) {
		missingEntity(call, row, 'to_entity_id');
	}
	if (!isInt(fromId) || !isInt(toId)) return undefined;
	const metadata = isRecord(row.data['metadata']) ? row.data['metadata'] : {};
	const isMain = metadata['is_main'];
	const element = toType === 'catalog_elements' ? readElement(metadata) : undefined;
	return {
		from: { type, id: fromId },
		to: { type: toType, id: toId },
		...(typeof isMain === 'boolean' ? { isMain } : {}),
		...(element ? { element } : {}),
	};
}

/** No lists in this emulator yet: every element is there. */
function isThere(call: Call, type: LinkEnd, id: number): boolean {
	return type === 'catalog_elements' || liveEntity(call.store, type, id) !== undefined;
}

function readElement(metadata: Json): ElementLink | undefined {
	const { catalog_id: list, quantity, price_id: price } = metadata;
	if (!isInt(list)) return undefined;
	return {
		quantity: typeof quantity === 'number' ? quantity : 1,
		catalog_id: list,
		price_id: isInt(price) ? price : null,
	};
}

function checkPair(call: Call, { from, to }: LinkPlan, row: Row): void {
	const fromContactToLead = from.type === 'contacts' && to.type === 'leads';
	const refused = fromContactToLead && call.switches.contactToLeadLink === 'reject';
	if (from.type === to.type || refused) row.errors.notSupported('to_entity_type');
	if (to.type !== 'companies' || call.switches.secondCompanyLink === 'replace') return;
	const others = linkedIds(call.store, from, 'companies').filter((l) => l.id !== to.id);
	if (others.length > 0) row.errors.notSupported('to_entity_id');
}

function announce(call: Call, ref: EntityRef): void {
	if (ref.type === 'catalog_elements') return;
	const entity = liveEntity(call.store, ref.type, ref.id);
	if (entity) call.changes.push(entityChange(call, ref.type, 'update', entity));
}
