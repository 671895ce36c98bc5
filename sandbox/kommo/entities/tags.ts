/** Tags of entities: replace, add, delete; new names are created (§4.9). */
import { isInt, isRecord } from '../guards';
import type { EntityType, StoredTag } from '../model';
import type { ElementErrors } from '../problems';
import type { AccountStore } from '../store';

export type TagRef = { id: number } | { name: string };

export interface TagPatch {
	/** Absent = untouched; empty = all removed. */
	replace?: TagRef[];
	add: TagRef[];
	remove: TagRef[];
}

/** Reads `[{id}|{name}]`; keys beyond these two are refused, as the API does. */
export function readTagRefs(
	list: unknown,
	path: string,
	store: AccountStore,
	type: EntityType,
	errors: ElementErrors,
): TagRef[] {
	if (list === undefined || list === null) return [];
	if (!Array.isArray(list)) {
		errors.invalidType(path, 'array');
		return [];
	}
	return list.flatMap((entry: unknown, i) => {
		const ref = readTagRef(entry, `${path}.${i}`, store, type, errors);
		return ref ? [ref] : [];
	});
}

function readTagRef(
	entry: unknown,
	path: string,
	store: AccountStore,
	type: EntityType,
	errors: ElementErrors,
): TagRef | undefined {
	if (!isRecord(entry)) {
		errors.invalidType(path, 'array');
		return undefined;
	}
	for (const key of Object.keys(entry)) {
		if (key !== 'id' && key !== 'name') errors.notExpected(`${path}.${key}`);
	}
	const { id, name } = entry;
	if (id !== undefined && id !== null) {
		if (!isInt(id)) {
			errors.invalidType(`${path}.id`, 'int');
			return undefined;
		}
		if (store.tags.get(id)?.entity_type !== type) errors.notSupported(`${path}.id`);
		return { id };
	}
	if (typeof name !== 'string') {
		errors.invalidType(`${path}.name`, 'string');
		return undefined;
	}
	if (name.trim() === '') errors.blank(`${path}.name`);
	return { name };
}

export function findTag(
	store: AccountStore,
	type: EntityType,
	name: string,
): StoredTag | undefined {
	const wanted = name.trim().toLowerCase();
	return [...store.tags.values()].find(
		(t) => t.entity_type === type && t.name.toLowerCase() === wanted,
	);
}

/** The tag of that name; created when it is new. */
export function ensureTag(
	store: AccountStore,
	type: EntityType,
	name: string,
	color: string | null = null,
): StoredTag {
	const known = findTag(store, type, name);
	if (known) return known;
	const tag: StoredTag = { id: store.nextId('tags'), entity_type: type, name: name.trim(), color };
	store.tags.set(tag.id, tag);
	return tag;
}

/** New tag ids of an entity. */
export function applyTagPatch(
	store: AccountStore,
	type: EntityType,
	current: number[],
	patch: TagPatch,
): number[] {
	const create = (ref: TagRef): number =>
		'id' in ref ? ref.id : ensureTag(store, type, ref.name).id;
	const kept = patch.replace ? patch.replace.map(create) : current;
	const removed = new Set(
		patch.remove.map((ref) => ('id' in ref ? ref.id : findTag(store, type, ref.name)?.id)),
	);
	return [...new Set([...kept, ...patch.add.map(create)])].filter((id) => !removed.has(id));
}
