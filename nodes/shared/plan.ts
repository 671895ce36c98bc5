import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Clock } from './clock';
import type { Hints } from './hints';
import { InvalidValue } from './invalidValue';
import type { Operation, Session } from './operation';
import { fillDraft, lookAhead, type Draft, type ParameterReader } from './readFields';
import type { Row, RowView } from './row';
import { rowContext } from './rowContext';
import { ApiFailure, isRecord, type QueryValue } from './wire';
import { shown } from './shown';

/** Milliseconds of planning before other work of the process gets its turn: requests under way, webhooks. */
const TURN_MS = 5;

export interface Plan {
	rows: Row[];
	/** Items whose values cannot be sent, or not be looked up, by item index. */
	invalid: Map<number, InvalidValue | ApiFailure>;
}

interface PlanInput<S extends Session> {
	context: IExecuteFunctions;
	operation: Operation<S>;
	session: S;
	reader: ParameterReader;
	hints: Hints;
	clock: Clock;
}

/** Builds and checks every row first: what is not valid never reaches the network. */
export async function planRows<S extends Session>(input: PlanInput<S>): Promise<Plan> {
	const items = input.context.getInputData();
	const plan: Plan = { rows: [], invalid: new Map() };
	let turnEnds = input.clock.now() + TURN_MS;
	for (const [itemIndex, item] of items.entries()) {
		if (input.clock.now() >= turnEnds) {
			await input.clock.sleep(0);
			turnEnds = input.clock.now() + TURN_MS;
		}
		try {
			plan.rows.push(await planRow(input, itemIndex, item.json));
		} catch (error) {
			if (!(error instanceof InvalidValue || error instanceof ApiFailure)) throw error;
			plan.invalid.set(itemIndex, error);
			if (error instanceof ApiFailure && error.stopsRun) return endedBy(error, items.length, plan);
		}
	}
	return plan;
}

/** A refused token or a block meets every request: nothing is sent for any item. */
function endedBy(failure: ApiFailure, count: number, plan: Plan): Plan {
	const invalid = new Map(plan.invalid);
	for (let index = 0; index < count; index++) {
		if (!invalid.has(index)) invalid.set(index, failure);
	}
	return { rows: [], invalid };
}

async function planRow<S extends Session>(
	input: PlanInput<S>,
	itemIndex: number,
	json: IDataObject,
): Promise<Row> {
	const { operation, reader } = input;
	const { method, url } = operation.option.routing.request;
	const row: Row = {
		itemIndex,
		method,
		path: url,
		query: {},
		variants: [],
		body: {},
		amendments: [],
		preparations: [],
		match: null,
		onlyWhen: { found: {}, missing: {}, amend: { found: [], missing: [] } },
		completeNew: [],
		expectations: [],
		view: viewOf(reader, itemIndex, operation),
	};
	const draft: Draft = {
		body: row.body,
		query: { ...operation.query },
		onlyWhen: row.onlyWhen,
	};
	const paths = new Map<string, string>();
	const context = rowContext(input, row, draft, paths, json);
	// what the first item asks for, the others ask for as well
	if (itemIndex === 0) lookAhead(operation.fields, (name) => context.parameter(name), context);
	await fillDraft(operation.fields, (name) => context.parameter(name), context, draft);
	operation.check?.(row.body, context);
	row.path = fillPath(url, paths);
	row.query = Object.fromEntries(Object.entries(draft.query).filter(isQueryEntry));
	return row;
}

/** `/api/v4/{entityType}/notes` with its names replaced; a name without a value is our own slip. */
function fillPath(url: string, values: Map<string, string>): string {
	return url.replace(/\{(\w+)\}/g, (_whole, name: string) => {
		const value = values.get(name);
		if (value === undefined) throw new InvalidValue(`'${name}' is empty`);
		return value
			.split('/')
			.map((part) => encodeURIComponent(part))
			.join('/');
	});
}

function isQueryEntry(entry: [string, unknown]): entry is [string, QueryValue] {
	const [, value] = entry;
	return value !== undefined && value !== null && !isRecord(value);
}

function viewOf<S extends Session>(
	reader: ParameterReader,
	itemIndex: number,
	{ fields }: Operation<S>,
): RowView {
	const returnAll = reader.read('returnAll', itemIndex) === true;
	const limit = reader.read('limit', itemIndex);
	// an expression that gives nothing must not return everything
	const isLimited = limit !== null || fields.some(({ prop }) => prop.name === 'limit');
	return {
		limit: returnAll || !isLimited ? null : checkedLimit(limit),
		simplify: reader.read('simplify', itemIndex) === true,
		whenNotFound: reader.read('options.whenNotFound', itemIndex) === 'empty' ? 'empty' : 'error',
	};
}

function checkedLimit(value: unknown): number {
	const limit = Number(value);
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw new InvalidValue(
		`'Limit' is not a whole number above 0: ${shown(value)}`,
		'Enter how many results to return at most, or switch on Return All.',
	);
}
