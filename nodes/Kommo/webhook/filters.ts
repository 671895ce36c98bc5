import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { recordsAt } from '../../shared/wire';
import type { DeliveredEvent } from './decode/decodeDelivery';

/** What `Only When Changed` can look at: deliveries carry the old value of these only. */
export type Change = 'stage' | 'pipeline' | 'responsible' | 'taskText';

export interface FieldCondition {
	/** Id, code or name of a custom field. */
	field: string;
	/** Text or option id; empty: whatever the value. */
	value: string;
}

/** Empty lists let everything pass. */
export interface EventFilters {
	pipelines: string[];
	fromStages: string[];
	toStages: string[];
	responsibleUsers: string[];
	ignoredUsers: string[];
	changed: Change[];
	customFields: FieldCondition[];
}

type Test = (event: DeliveredEvent, filters: EventFilters) => boolean;

/**
 * Whether the run is wanted. A filter looks at events that can have what it asks for; the others
 * pass, and so does everything unknown.
 */
export function passes(event: DeliveredEvent, filters: EventFilters): boolean {
	return event.event === 'unknown' || TESTS.every((test) => test(event, filters));
}

const TESTS: Test[] = [
	({ entity }, { pipelines }) =>
		entity.pipeline_id === undefined || isOneOf(entity.pipeline_id, pipelines),
	(event, { toStages }) =>
		!hasStage(event) ||
		event.entity.status_id === undefined ||
		isOneOf(event.entity.status_id, toStages),
	(event, { fromStages }) => !hasStage(event) || isOneOf(event.entity.old_status_id, fromStages),
	({ entity }, { responsibleUsers }) =>
		entity.responsible_user_id === undefined ||
		isOneOf(entity.responsible_user_id, responsibleUsers),
	(event, { ignoredUsers }) => {
		const user = changedBy(event);
		return user === undefined || ignoredUsers.length === 0 || !isOneOf(user, ignoredUsers);
	},
	isChanged,
	hasFieldValues,
];

function isOneOf(value: unknown, wanted: string[]): boolean {
	return wanted.length === 0 || wanted.includes(shown(value));
}

/** Stages of customers are others, with ids of their own. */
function hasStage({ entityType, action }: DeliveredEvent): boolean {
	return entityType === 'leads' && action !== 'note';
}

/** Who is said to have caused the event; undefined where deliveries do not tell. */
export function changedBy({ action, entity, entityType }: DeliveredEvent): unknown {
	if (action === 'note') return entity.created_by;
	if (entityType === 'messages') return recordsAt(entity.author, '')[0]?.user_id;
	// what is new may have been touched by somebody else since, e.g. by a robot
	const creator = action === 'add' ? entity.created_user_id : undefined;
	return creator ?? entity.modified_user_id;
}

/** Actions of which something may be left unchanged. */
const CHANGES = new Set(['update', 'status', 'responsible']);

const WITH_RESPONSIBLE = ['leads', 'contacts', 'companies', 'customers', 'tasks'];

const CHANGED: Record<Change, { kinds: string[]; old: string; now: string }> = {
	stage: { kinds: ['leads'], old: 'old_status_id', now: 'status_id' },
	pipeline: { kinds: ['leads'], old: 'old_pipeline_id', now: 'pipeline_id' },
	responsible: {
		kinds: WITH_RESPONSIBLE,
		old: 'old_responsible_user_id',
		now: 'responsible_user_id',
	},
	taskText: { kinds: ['tasks'], old: 'old_text', now: 'text' },
};

/** One of the chosen values that this kind of entity has must differ from its old one. */
function isChanged({ entityType, action, entity }: DeliveredEvent, filters: EventFilters): boolean {
	if (entityType === null || action === null || !CHANGES.has(action)) return true;
	const rules = filters.changed
		.map((change) => CHANGED[change])
		.filter(({ kinds }) => kinds.includes(entityType));
	if (rules.length === 0) return true;
	return rules.some(
		({ old, now }) => entity[old] !== undefined && shown(entity[old]) !== shown(entity[now]),
	);
}

const WITH_FIELDS = ['leads', 'contacts', 'companies', 'customers', 'catalog_elements'];

/** Actions of which deliveries carry the entity's fields; of others they bring its ids at most. */
const CARRYING_FIELDS = new Set(['add', 'update', 'restore', 'status', 'responsible']);

function hasFieldValues(
	{ entityType, action, entity }: DeliveredEvent,
	{ customFields }: EventFilters,
): boolean {
	if (entityType === null || !WITH_FIELDS.includes(entityType)) return true;
	const isCarrying = action !== null && CARRYING_FIELDS.has(action);
	if (!isCarrying && entity.custom_fields === undefined) return true;
	const fields = recordsAt(entity.custom_fields, '');
	return customFields.every((condition) => fields.some((field) => fits(field, condition)));
}

function fits(field: IDataObject, { field: wanted, value }: FieldCondition): boolean {
	const isField = [field.id, field.code, field.name].some((one) => isSameText(one, wanted));
	if (!isField || value === '') return isField;
	const values: unknown[] = Array.isArray(field.values) ? field.values : [];
	return values.some((one) => {
		const [record] = recordsAt(one, '');
		const candidates = record ? [record.value, record.enum] : [one];
		return candidates.some((candidate) => isSameText(candidate, value));
	});
}

function isSameText(one: unknown, other: string): boolean {
	return one !== undefined && shown(one).trim().toLowerCase() === other.trim().toLowerCase();
}
