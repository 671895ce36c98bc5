/** Links between leads, contacts and companies: stored once per pair (§4.10). */
import type { ElementLink, LinkEnd, StoredLink } from '../model';
import type { AccountStore } from '../store';

const rank: Readonly<Record<LinkEnd, number>> = {
	leads: 0,
	contacts: 1,
	companies: 2,
	catalog_elements: 3,
};

export interface EntityRef {
	type: LinkEnd;
	id: number;
}

function ordered(a: EntityRef, b: EntityRef): [EntityRef, EntityRef] {
	return rank[a.type] <= rank[b.type] ? [a, b] : [b, a];
}

function keyOf(from: EntityRef, to: EntityRef): string {
	return `${from.type}:${from.id}>${to.type}:${to.id}`;
}

/** Links two entities; a lead or contact keeps one company, the first contact of a lead is its main one. */
export function link(
	store: AccountStore,
	a: EntityRef,
	b: EntityRef,
	isMain?: boolean,
	element?: ElementLink,
): StoredLink {
	const [from, to] = ordered(a, b);
	if (to.type === 'companies') {
		for (const old of linksOf(store, from)) {
			if (old.to_type === 'companies' && old.to_id !== to.id) store.links.delete(linkKey(old));
		}
	}
	const key = keyOf(from, to);
	const known = store.links.get(key);
	const isLeadContact = from.type === 'leads' && to.type === 'contacts';
	const siblings = isLeadContact
		? contactLinks(store, from.id).filter((l) => linkKey(l) !== key)
		: [];
	const main = isLeadContact && (isMain ?? known?.is_main ?? !siblings.some((l) => l.is_main));
	if (main) for (const sibling of siblings) sibling.is_main = false;
	const stored: StoredLink = {
		from_type: from.type,
		from_id: from.id,
		to_type: to.type,
		to_id: to.id,
		is_main: main,
		...(element ? { element } : {}),
	};
	store.links.set(key, stored);
	return stored;
}

/** Removes the link; when the main contact goes, the next one takes its place. */
export function unlink(store: AccountStore, a: EntityRef, b: EntityRef): boolean {
	const [from, to] = ordered(a, b);
	const key = keyOf(from, to);
	const known = store.links.get(key);
	if (!known) return false;
	store.links.delete(key);
	const next = known.is_main ? contactLinks(store, from.id)[0] : undefined;
	if (next) next.is_main = true;
	return true;
}

function linkKey(l: StoredLink): string {
	return keyOf({ type: l.from_type, id: l.from_id }, { type: l.to_type, id: l.to_id });
}

function contactLinks(store: AccountStore, leadId: number): StoredLink[] {
	return linksOf(store, { type: 'leads', id: leadId }).filter((l) => l.to_type === 'contacts');
}

export function linksOf(store: AccountStore, ref: EntityRef): StoredLink[] {
	return [...store.links.values()].filter(
		(l) =>
			(l.from_type === ref.type && l.from_id === ref.id) ||
			(l.to_type === ref.type && l.to_id === ref.id),
	);
}

/** The other ends of an entity's links of one type. */
export function linkedIds(
	store: AccountStore,
	ref: EntityRef,
	type: LinkEnd,
): Array<{ id: number; is_main: boolean }> {
	return linksOf(store, ref).flatMap((l) => {
		if (l.to_type === type && l.from_type === ref.type)
			return [{ id: l.to_id, is_main: l.is_main }];
		if (l.from_type === type && l.to_type === ref.type)
			return [{ id: l.from_id, is_main: l.is_main }];
		return [];
	});
}
