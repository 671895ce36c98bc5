import set from 'lodash/set';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Clock } from './clock';
import type { Hints } from './hints';
import { InvalidValue } from './invalidValue';
import type { BinaryFile, Operation, RowContext, Session } from './operation';
import { fillDraft, type Draft, type ParameterReader } from './readFields';
import type { Row, RowView } from './row';
import { isRecord, type QueryValue } from './wire';
import { shown } from './shown';

/** Items handled before other work of the process gets its turn. */
const CHUNK = 500;

export interface Plan {
	rows: Row[];
	/** Items whose values cannot be sent, by item index. */
	invalid: Map<number, InvalidValue>;
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
	for (const [itemIndex, item] of items.entries()) {
		if (itemIndex > 0 && itemIndex % CHUNK === 0) await input.clock.sleep(0);
		try {
			plan.rows.push(await planRow(input, itemIndex, item.json));
		} catch (error) {
			if (!(error instanceof InvalidValue)) throw error;
			plan.invalid.set(itemIndex, error);
		}
	}
	return plan;
}

async function planRow<S extends Session>(
	input: PlanInput<S>,
	itemIndex: number,
	json: IDataObject,
): Promise<Row> {
	const { operation, reader, session } = input;
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
		expectations: [],
		view: viewOf(reader, itemIndex),
	};
	const draft: Draft = { body: row.body, query: { ...operation.query } };
	const paths = new Map<string, string>();
	const context: RowContext<S> = {
		itemIndex,
		session,
		json,
		timezone: input.context.getTimezone(),
		parameter: (name) => reader.read(name, itemIndex),
		warn: (message) => input.hints.warn(itemIndex, message),
		path: (name, value) => paths.set(name, String(value)),
		body: (property, value) => set(draft.body, property, value),
		query: (key, value) => {
			draft.query[key] = value;
		},
		amend: (change) => row.amendments.push(change),
		before: (action) => row.preparations.push(action),
		binary: (property) => binaryFile(input.context, itemIndex, property),
		expect: (label, holds) => row.expectations.push({ label, holds }),
		split: (variants) => row.variants.push(...variants),
	};
	await fillDraft(operation.fields, (name) => context.parameter(name), context, draft);
	operation.check?.(row.body, context);
	row.path = fillPath(url, paths);
	row.query = Object.fromEntries(Object.entries(draft.query).filter(isQueryEntry));
	return row;
}

function binaryFile(context: IExecuteFunctions, itemIndex: number, property: string): BinaryFile {
	const data = context.getInputData()[itemIndex]?.binary?.[property];
	if (!data) {
		throw new InvalidValue(
			`'Input Binary Field' names no file of this item: "${property}"`,
			'Check the name in the node before: it shows the binary fields of its items.',
		);
	}
	return {
		name: data.fileName ?? `file.${data.fileExtension ?? 'bin'}`,
		mimeType: data.mimeType,
		read: async () => await context.helpers.getBinaryDataBuffer(itemIndex, property),
	};
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

function viewOf(reader: ParameterReader, itemIndex: number): RowView {
	const returnAll = reader.read('returnAll', itemIndex) === true;
	const limit = reader.read('limit', itemIndex);
	return {
		limit: returnAll || limit === null ? null : checkedLimit(limit),
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
