import type { IDataObject } from 'n8n-workflow';

import { decodeDelivery, unknown, type Delivery } from './decodeDelivery';
import { decodeForm, type DecodedForm } from './decodeForm';
import { FormTree, type FormRecord, type FormValue, type Overwritten } from './formTree';
import { parseJsonText } from './safeJson';

/** Earlier values of repeated keys that an item shows; a body may repeat one a million times. */
const SHOWN_OVERWRITTEN = 100;

/**
 * A delivery's body, whatever it is: the form that Kommo sends, the same data as JSON, or text that
 * is neither. There is always at least one event, and nothing is dropped without a word.
 * @param text the body as UTF-8
 * @param pause awaited between parts of a long body
 */
export async function decodeBody(text: string, pause: () => Promise<void>): Promise<Delivery> {
	const { data, overwritten } = fromJson(text) ?? (await decodeForm(text, pause));
	const { account, events } = decodeDelivery(data);
	if (overwritten.length > 0) events.push(repeatedKeys(overwritten));
	if (events.length === 0) events.push(noEvent(text));
	return { account, events };
}

function noEvent(text: string): Delivery['events'][number] {
	const reason = text === '' ? 'The body is empty.' : 'The body names no event.';
	return unknown({ text }, reason);
}

function repeatedKeys(overwritten: Overwritten[]): Delivery['events'][number] {
	const shown = overwritten.slice(0, SHOWN_OVERWRITTEN).map(({ key, value }) => ({ key, value }));
	return unknown(
		{ overwritten: shown, count: overwritten.length },
		'Keys came more than once: the last value counts, these are the others.',
	);
}

/** JSON objects are read with the same eyes: their values as the texts a form would have. */
function fromJson(text: string): DecodedForm | null {
	const parsed = text.trimStart().startsWith('{') ? parseJsonText(text) : undefined;
	return parsed === undefined ? null : { data: asForm(parsed), overwritten: [] };
}

function asForm(value: object): FormRecord {
	// a flat object of bracket keys is what n8n's own Webhook node shows of a delivery
	const tree = new FormTree();
	const nested: Array<[string, FormValue]> = [];
	for (const [key, child] of Object.entries(value as IDataObject)) {
		const text = asFormValue(child);
		if (typeof text === 'string') tree.add(key, text);
		else if (text !== undefined) nested.push([key, text]);
	}
	return { ...tree.value(), ...Object.fromEntries(nested) };
}

/** As a form has it: empty lists and nulls are absent, flags are 1 and 0 (fact sheet §5.1). */
function asFormValue(value: unknown): FormValue | undefined {
	if (value === null || value === undefined) return undefined;
	if (typeof value === 'boolean') return value ? '1' : '0';
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	if (Array.isArray(value)) return value.map(asFormValue).filter((one) => one !== undefined);
	return Object.fromEntries(
		Object.entries(value)
			.map(([key, child]): [string, FormValue | undefined] => [key, asFormValue(child)])
			.filter((pair): pair is [string, FormValue] => pair[1] !== undefined),
	);
}
