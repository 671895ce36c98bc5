/** Bodies of the control API, checked before they change anything. */
import { isRecord } from '../kommo/guards';
import type { ApiName, Fault, FaultAction } from './contract';
import type { NotificationOrder } from './notify';
import type { PointLimits } from './rpc/points';
import { defaultSwitches, type ComagicSwitches } from './switches';

/** The switches in a body; a text names the first one that is unknown or of the wrong type. */
export function readSwitches(body: unknown): Partial<ComagicSwitches> | string {
	if (!isRecord(body)) return 'An object of switches is expected';
	const known = new Map<string, unknown>(Object.entries(defaultSwitches));
	for (const [key, value] of Object.entries(body)) {
		if (!known.has(key)) return `Unknown switch '${key}'`;
		const usual = known.get(key);
		const isAlike = typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual);
		if (!isAlike) return `Switch '${key}' is a ${Array.isArray(usual) ? 'list' : typeof usual}`;
	}
	return body;
}

const ACTIONS = ['status', 'delay', 'reset', 'truncate', 'html', 'empty'];

function isAction(value: unknown): value is FaultAction {
	if (!isRecord(value) || !ACTIONS.includes(String(value.type))) return false;
	if (value.type === 'status') return typeof value.status === 'number';
	return value.type !== 'delay' || typeof value.ms === 'number';
}

const APIS: readonly ApiName[] = ['session', 'data', 'call'];

/** As `Fault`; endless `times` is the text "Infinity". A text says what is wrong. */
export function readFault(body: unknown): Fault | string {
	if (!isRecord(body)) return 'A fault is expected';
	const { action, api, nth, times, when, code, value, params } = body;
	const texts = ['mnemonic', 'message', 'rpcMethod', 'method', 'path', 'field'] as const;
	const said = Object.fromEntries(
		texts.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name]]] : [])),
	);
	const isSaying = 'mnemonic' in said || 'message' in said;
	if (!isSaying && !isAction(action)) {
		return 'A fault needs a mnemonic, a message or an action with a known type';
	}
	const known = APIS.find((name) => name === api);
	return {
		...said,
		...(isAction(action) ? { action } : {}),
		...(known ? { api: known } : {}),
		...(typeof nth === 'number' ? { nth } : {}),
		...(typeof times === 'number' || times === 'Infinity' ? { times: Number(times) } : {}),
		...(when === 'after' ? { when } : {}),
		...(typeof code === 'number' ? { code } : {}),
		...(value === undefined ? {} : { value }),
		...(isRecord(params) ? { params } : {}),
	};
}

export function readLimits(body: unknown): Partial<PointLimits> {
	if (!isRecord(body)) return {};
	const { perDay, perMinute } = body;
	return {
		...(typeof perDay === 'number' ? { perDay } : {}),
		...(typeof perMinute === 'number' ? { perMinute } : {}),
	};
}

export function readOrder(body: unknown): NotificationOrder | string {
	if (!isRecord(body) || typeof body.url !== 'string') return 'A notification needs a url';
	const { url, method, template, event, values, contentType, plainQuery } = body;
	return {
		url,
		...(method === 'GET' || method === 'POST' ? { method } : {}),
		...(typeof template === 'string' ? { template } : {}),
		...(typeof event === 'string' ? { event } : {}),
		...(isRecord(values) ? { values } : {}),
		...(typeof contentType === 'string' ? { contentType } : {}),
		...(typeof plainQuery === 'boolean' ? { plainQuery } : {}),
	};
}
