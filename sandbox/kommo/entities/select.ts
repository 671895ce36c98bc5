/** Lists: query, filters, order (§4.1, §4.4, §4.5). */
import type { Call } from '../call';
import type { EntityType, FieldValue, StoredContact, StoredEntity, StoredLead } from '../model';
import { branch, inRange, numbers, range, texts, type QueryNode } from '../queryString';
import { matchesFieldFilter } from './fieldFilter';
import { closestTaskAt, kinds } from './kinds';

type Test = (entity: StoredEntity) => boolean;

/** The rows a list request asks for; a filter the API does not know has no effect. */
export function selectEntities<T extends StoredEntity>(
	call: Call,
	type: EntityType,
	rows: Iterable<T>,
	ownTests: (filter: QueryNode) => Array<(entity: T) => boolean> = () => [],
): T[] {
	let selected = [...rows];
	const query = texts(call.query['query'])[0];
	if (query !== undefined && query.trim() !== '') selected = selected.filter(matchesQuery(query));
	const filter = call.query['filter'];
	if (filter !== undefined && filterApplies(call)) {
		const tests = [...commonTests(call, type, filter), ...ownTests(filter)];
		selected = selected.filter((row) => tests.every((test) => test(row)));
	}
	return orderRows(call, selected, kinds[type].orders);
}

// §4.1: on amoCRM filtering is an add-on; without it the filter is silently ignored
function filterApplies(call: Call): boolean {
	return call.account.name === 'kommo' || call.switches.apiFilterEnabled;
}

function commonTests(call: Call, type: EntityType, filter: QueryNode): Test[] {
	const tests: Test[] = [];
	const oneOf = (key: string, read: (e: StoredEntity) => number): void => {
		const wanted = numbers(branch(filter, key));
		if (wanted.length > 0) tests.push((e) => wanted.includes(read(e)));
	};
	const within = (key: string, read: (e: StoredEntity) => number | null): void => {
		const limits = range(branch(filter, key));
		if (limits) tests.push((e) => inRange(read(e), limits));
	};
	oneOf('id', (e) => e.id);
	oneOf('created_by', (e) => e.created_by);
	oneOf('updated_by', (e) => e.updated_by);
	oneOf('responsible_user_id', (e) => e.responsible_user_id);
	within('created_at', (e) => e.created_at);
	within('updated_at', (e) => e.updated_at);
	within('closest_task_at', (e) => closestTaskAt(call.store, type, e.id));
	const names = texts(branch(filter, 'name'));
	if (names.length > 0) tests.push((e) => names.includes(e.name));
	const fields = branch(filter, 'custom_fields_values');
	if (fields !== undefined && typeof fields !== 'string' && fieldFilterApplies(call)) {
		for (const [id, wanted] of Object.entries(fields)) {
			const test = matchesFieldFilter(call, Number(id), wanted);
			if (test) tests.push(test);
		}
	}
	return tests;
}

function fieldFilterApplies(call: Call): boolean {
	return call.account.name === 'amocrm' || call.switches.kommoCustomFieldFilter === 'works';
}

/** Filters of leads only: pipeline, stages, price, closed_at. */
export function leadTests(call: Call, filter: QueryNode): Array<(lead: StoredLead) => boolean> {
	const tests: Array<(lead: StoredLead) => boolean> = [];
	const pipelines = numbers(branch(filter, 'pipeline_id'));
	if (pipelines.length > 0) tests.push((l) => pipelines.includes(l.pipeline_id));
	const price = range(branch(filter, 'price'));
	if (price) tests.push((l) => inRange(l.price, price));
	const closed = range(branch(filter, 'closed_at'));
	if (closed) tests.push((l) => inRange(l.closed_at, closed));
	const stages = stagePairs(call, branch(filter, 'statuses'));
	if (stages.length > 0) {
		tests.push((l) => stages.some((s) => s.pipeline === l.pipeline_id && s.status === l.status_id));
	}
	return tests;
}

// both keys are required per item: a bare status list is ignored
function stagePairs(
	call: Call,
	node: QueryNode | undefined,
): Array<{ pipeline: number; status: number }> {
	if (node === undefined || typeof node === 'string') return [];
	const pairs = Object.values(node).flatMap((item) => {
		const pipeline = numbers(branch(item, 'pipeline_id'))[0];
		const status = numbers(branch(item, 'status_id'))[0];
		return pipeline === undefined || status === undefined ? [] : [{ pipeline, status }];
	});
	const onlyFirst =
		call.account.name === 'kommo' && call.switches.kommoSeveralStages === 'firstOnly';
	return onlyFirst ? pairs.slice(0, 1) : pairs;
}

// fuzzy over the name and every filled field; phone numbers by their digits
function matchesQuery(query: string): Test {
	const wanted = query.trim().toLowerCase();
	const digits = wanted.replace(/\D/g, '');
	const isPhone = digits.length >= 5 && /^[\d\s()+.-]+$/.test(wanted);
	const isIn = ({ text, digits: own }: Searchable): boolean =>
		text.includes(wanted) || (isPhone && own.includes(digits));
	return (entity) => {
		if (isIn(searchableText(namesOf(entity)))) return true;
		for (const list of entity.values.values()) if (isIn(searchable(list))) return true;
		return false;
	};
}

/** A contact's display name need not hold its first and last name. */
function namesOf(entity: StoredEntity | StoredContact): string {
	if (!('first_name' in entity)) return entity.name;
	return [entity.name, entity.first_name, entity.last_name].join('\n');
}

interface Searchable {
	text: string;
	digits: string;
}

/** A write replaces a field's list, so that what was made of one list stays true. */
const madeOf = new WeakMap<FieldValue[], Searchable>();

function searchable(list: FieldValue[]): Searchable {
	const known = madeOf.get(list);
	if (known) return known;
	const made = searchableText(list.flatMap(({ value }) => leaves(value)).join('\n'));
	madeOf.set(list, made);
	return made;
}

/** Values stand on lines of their own, so that what is looked for never spans two of them. */
function searchableText(text: string): Searchable {
	return { text: text.toLowerCase(), digits: text.replace(/[^\d\n]/g, '') };
}

function leaves(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'number') return [String(value)];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

function isAscending(rows: Array<{ id: number }>): boolean {
	return rows.every((row, index) => index === 0 || (rows[index - 1]?.id ?? 0) < row.id);
}

/** `order[field]=asc|desc` over the allowed fields; by id ascending without one. */
export function orderRows<T extends { id: number }>(
	call: Call,
	rows: T[],
	allowed: readonly string[],
): T[] {
	const order = call.query['order'];
	const key = allowed.find((name) => branch(order, name) !== undefined) ?? 'id';
	const direction = (texts(branch(order, key))[0] ?? 'asc').toLowerCase() === 'desc' ? -1 : 1;
	// what is stored is in this order already; sorting it for every page is felt with many records
	if (key === 'id' && direction === 1 && isAscending(rows)) return rows;
	const read = (row: T): number => {
		const value: unknown = Reflect.get(row, key);
		return typeof value === 'number' ? value : 0;
	};
	return [...rows].sort((a, b) => direction * (read(a) - read(b)) || direction * (a.id - b.id));
}
