/** Writes of leads, contacts and companies: what is common (§4, §4.1, §4.4, §4.5). */
import type { Call } from '../call';
import { applyFieldPatch, readFieldPatch, type FieldPatch } from '../fields/write';
import { FieldReader } from '../fieldReader';
import { isRecord, type Json } from '../guards';
import type { EntityType, StoredEntity } from '../model';
import type { ElementErrors } from '../problems';
import { applyTagPatch, readTagRefs, type TagPatch } from './tags';

/** Where an element stands: a row of a batch, or a model inside another (leads/complex). */
export interface Element {
	data: Json;
	errors: ElementErrors;
	/** Path prefix, e.g. `_embedded.contacts.0.`. */
	prefix: string;
}

export interface CommonPatch {
	name?: string;
	responsible_user_id?: number;
	created_by?: number;
	updated_by?: number;
	created_at?: number;
	updated_at?: number;
	fields: FieldPatch;
	tags: TagPatch;
}

const commonKeys = [
	'id',
	'name',
	'responsible_user_id',
	'created_by',
	'updated_by',
	'created_at',
	'updated_at',
	'custom_fields_values',
	'tags_to_add',
	'tags_to_delete',
	'request_id',
	'_embedded',
];

export function readCommon(
	call: Call,
	type: EntityType,
	element: Element,
	ownKeys: readonly string[] = [],
): CommonPatch {
	const { data, errors, prefix } = element;
	const { store, switches } = call;
	const reader = new FieldReader(data, errors, prefix);
	if (switches.rejectReadOnlyKeys) reader.refuseOthers(new Set([...commonKeys, ...ownKeys]));
	return {
		name: reader.text('name'),
		responsible_user_id: reader.user('responsible_user_id', store),
		created_by: reader.user('created_by', store, true),
		updated_by: reader.user('updated_by', store, true),
		created_at: reader.int('created_at'),
		updated_at: reader.int('updated_at'),
		fields: readFieldPatch(data['custom_fields_values'], { store, type, errors, switches, prefix }),
		tags: readTags(call, type, element),
	};
}

function readTags(call: Call, type: EntityType, { data, errors, prefix }: Element): TagPatch {
	const read = (list: unknown, key: string) =>
		readTagRefs(list, `${prefix}${key}`, call.store, type, errors);
	const embedded = embeddedOf(data, errors, prefix);
	const patch: TagPatch = {
		add: read(data['tags_to_add'], 'tags_to_add'),
		remove: read(data['tags_to_delete'], 'tags_to_delete'),
	};
	if ('tags' in embedded) patch.replace = read(embedded['tags'], '_embedded.tags');
	return patch;
}

export function embeddedOf(data: Json, errors: ElementErrors, prefix: string): Json {
	const embedded = data['_embedded'];
	if (embedded === undefined || embedded === null) return {};
	if (isRecord(embedded)) return embedded;
	// PHP clients send [] for an empty object
	if (!(Array.isArray(embedded) && embedded.length === 0))
		errors.invalidType(`${prefix}_embedded`, 'array');
	return {};
}

/** A new entity with the defaults of its account (§4.1: responsible = owner of the token). */
export function createCommon(call: Call, type: EntityType, patch: CommonPatch): StoredEntity {
	const { store, user, now } = call;
	const entity: StoredEntity = {
		id: store.nextId(type),
		name: patch.name ?? '',
		responsible_user_id: patch.responsible_user_id ?? user.id,
		created_by: patch.created_by ?? user.id,
		updated_by: patch.updated_by ?? patch.created_by ?? user.id,
		created_at: patch.created_at ?? now,
		updated_at: patch.updated_at ?? now,
		is_deleted: false,
		values: new Map(),
		tags: [],
	};
	applyFieldPatch(entity.values, patch.fields);
	entity.tags = applyTagPatch(store, type, [], { ...patch.tags, remove: [] });
	return entity;
}

export function updateCommon(
	call: Call,
	type: EntityType,
	entity: StoredEntity,
	patch: CommonPatch,
): void {
	entity.name = patch.name ?? entity.name;
	entity.responsible_user_id = patch.responsible_user_id ?? entity.responsible_user_id;
	entity.created_by = patch.created_by ?? entity.created_by;
	entity.created_at = patch.created_at ?? entity.created_at;
	entity.updated_by = patch.updated_by ?? call.user.id;
	entity.updated_at = patch.updated_at ?? call.now;
	applyFieldPatch(entity.values, patch.fields);
	entity.tags = applyTagPatch(call.store, type, entity.tags, patch.tags);
}
