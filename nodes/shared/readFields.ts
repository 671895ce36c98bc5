import type { IDataObject, IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';
import get from 'lodash/get';
import set from 'lodash/set';

import { InvalidValue } from './invalidValue';
import type { Field, RowContext, Session } from './operation';
import { isRecord } from './wire';

/** Reads a node's parameters; what holds no expression is read once for all items. */
export class ParameterReader {
	private readonly constants = new Map<string, unknown>();
	private readonly isConstant = new Map<string, boolean>();

	constructor(private readonly context: IExecuteFunctions) {}

	/** The item's value of a parameter; null when the form does not have it. */
	read(name: string, itemIndex: number): unknown {
		if (!this.constant(name)) return this.fetch(name, itemIndex);
		if (!this.constants.has(name)) this.constants.set(name, this.fetch(name, itemIndex));
		return this.constants.get(name);
	}

	private fetch(name: string, itemIndex: number): unknown {
		// a fallback of undefined would throw for a parameter that is not shown
		return this.context.getNodeParameter(name, itemIndex, null) ?? null;
	}

	private constant(name: string): boolean {
		const known = this.isConstant.get(name);
		if (known !== undefined) return known;
		const answer = !holdsExpression(get(this.context.getNode().parameters, name));
		this.isConstant.set(name, answer);
		return answer;
	}
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (Array.isArray(value)) return value.some(holdsExpression);
	return isRecord(value) && Object.values(value).some(holdsExpression);
}

/** Where values of a row are gathered. */
export interface Draft {
	body: IDataObject;
	query: Record<string, unknown>;
	/** Upsert: values for one case only. */
	onlyWhen: { found: IDataObject; missing: IDataObject };
}

/**
 * Walks the fields of an operation for one item and puts every value where `routing.send` says.
 * Throws InvalidValue for the first value that cannot be sent.
 */
export async function fillDraft<S extends Session>(
	fields: Array<Field<S>>,
	read: (name: string) => unknown,
	row: RowContext<S>,
	draft: Draft,
): Promise<void> {
	for (const field of fields) {
		if (!isShown(field, read, row)) continue;
		await placeValue(field, read(field.prop.name), row, draft);
	}
}

/** Starts the reads that the fields of an item will wait for, all at once. */
export function lookAhead<S extends Session>(
	fields: Array<Field<S>>,
	read: (name: string) => unknown,
	row: RowContext<S>,
): void {
	for (const field of fields) {
		if (!isShown(field, read, row)) continue;
		const value = read(field.prop.name);
		if (field.fields && field.prop.type === 'collection') {
			if (isRecord(value)) lookAhead(membersIn(field.fields, value), memberOf(value), row);
			continue;
		}
		// whoever waits for the answer sees the failure
		field.looksUp?.(value, row.session)?.catch(() => undefined);
	}
}

const membersIn = <S extends Session>(fields: Array<Field<S>>, value: IDataObject) =>
	fields.filter((member) => Object.hasOwn(value, member.prop.name));

const memberOf =
	(value: IDataObject) =>
	(name: string): unknown =>
		value[name] ?? null;

async function placeValue<S extends Session>(
	field: Field<S>,
	value: unknown,
	row: RowContext<S>,
	draft: Draft,
): Promise<void> {
	if (field.fields && field.prop.type === 'collection') {
		if (!isRecord(value)) return;
		const members = membersIn(field.fields, value);
		const target = field.onlyWhen ? { ...draft, body: draft.onlyWhen[field.onlyWhen] } : draft;
		// what a transform sets further belongs to the same case
		const inside: RowContext<S> = {
			...row,
			body: (key, one) => void set(target.body, key, one),
			amend: (change, which = field.onlyWhen) => row.amend(change, which),
		};
		await fillDraft(members, memberOf(value), inside, target);
		return;
	}
	if (field.prop.required && isBlank(value)) {
		throw new InvalidValue(
			`'${field.prop.displayName}' is empty`,
			'Enter a value, or check the expression: it gave nothing for this item.',
		);
	}
	const wire = field.to ? await field.to(value, row) : value;
	if (wire === undefined || (wire === null && !field.to)) return;
	put(field, wire, draft);
}

function put<S extends Session>(field: Field<S>, wire: unknown, draft: Draft): void {
	const send = field.prop.routing?.send;
	if (!send?.property) return;
	if (send.type === 'query') {
		draft.query[send.property] = wire;
		return;
	}
	const path = send.propertyInDotNotation === false ? [send.property] : send.property;
	const standing: unknown = get(draft.body, path);
	const both = Array.isArray(standing) && Array.isArray(wire);
	set(draft.body, path, both ? (standing as unknown[]).concat(wire) : wire);
}

/** Conditions between parameters of one operation; resource and operation are met by definition. */
function isShown<S extends Session>(
	field: Field<S>,
	read: (name: string) => unknown,
	row: RowContext<S>,
): boolean {
	// an expression that gives nothing is an empty choice
	const valueOf = (name: string) =>
		(name.startsWith('/') ? row.parameter(name.slice(1)) : read(name)) ?? '';
	const { show = {}, hide = {} } = field.prop.displayOptions ?? {};
	const among = ([name, allowed]: [string, unknown]) =>
		Array.isArray(allowed) && allowed.includes(valueOf(name));
	return Object.entries(show).every(among) && !Object.entries(hide).some(among);
}

export function isBlank(value: unknown): boolean {
	if (value === null || value === undefined) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (isLocator(value)) return isBlank(value.value);
	return false;
}

export function isLocator(value: unknown): value is INodeParameterResourceLocator {
	return isRecord(value) && '__rl' in value && 'mode' in value;
}
