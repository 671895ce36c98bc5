/** Bodies of the control API, checked before they change anything. */
import type { AccountName, Fault, FaultAction, LatencyOptions, RateLimitOptions } from './contract';
import { isRecord } from './guards';
import { defaultSwitches, switchValues, type KommoSwitches } from './switches';

const choicesOf = new Map<string, readonly unknown[]>(Object.entries(switchValues));

/** The switches in a body; a text names the first one that is unknown or of the wrong type. */
export function readSwitches(body: unknown): Partial<KommoSwitches> | string {
	if (!isRecord(body)) return 'An object of switches is expected';
	const known = new Map<string, unknown>(Object.entries(defaultSwitches));
	for (const [key, value] of Object.entries(body)) {
		if (!known.has(key)) return `Unknown switch '${key}'`;
		const choices = choicesOf.get(key);
		if (choices && !choices.includes(value))
			return `Switch '${key}' is one of ${choices.map(String).join(', ')}`;
		const usual = typeof known.get(key);
		if (!choices && typeof value !== usual) return `Switch '${key}' is a ${usual}`;
	}
	return body;
}

/** undefined switches latency off. */
export function readLatency(body: unknown): LatencyOptions | undefined {
	if (!isRecord(body) || typeof body['baseMs'] !== 'number') return undefined;
	const { baseMs, perEntityMs, jitterMs } = body;
	return {
		baseMs,
		perEntityMs: typeof perEntityMs === 'number' ? perEntityMs : 0,
		...(typeof jitterMs === 'number' ? { jitterMs } : {}),
	};
}

export function readRateLimit(body: unknown): RateLimitOptions {
	if (!isRecord(body)) return {};
	const { perSecond, enabled, retryAfterSeconds, blockAfter } = body;
	return {
		...(typeof perSecond === 'number' ? { perSecond } : {}),
		...(typeof enabled === 'boolean' ? { enabled } : {}),
		...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
		...(typeof blockAfter === 'number' ? { blockAfter } : {}),
	};
}

export function isAccountName(value: unknown): value is AccountName {
	return value === 'kommo' || value === 'amocrm';
}

const actionTypes = ['status', 'delay', 'reset', 'truncate', 'html', 'empty'];

function isAction(value: unknown): value is FaultAction {
	if (!isRecord(value) || !actionTypes.includes(String(value['type']))) return false;
	if (value['type'] === 'status') return typeof value['status'] === 'number';
	return value['type'] !== 'delay' || typeof value['ms'] === 'number';
}

/** As `Fault`; a pattern is written `/…/`, endless `times` as the text "Infinity". A text says what is wrong. */
export function readFault(body: unknown): Fault | string {
	if (!isRecord(body) || !isAction(body['action']))
		return 'A fault needs an action with a known type';
	const { account, method, nth, times, when, action } = body;
	if (account !== undefined && !isAccountName(account)) return 'The account is kommo or amocrm';
	const path = readPath(body['path']);
	if (path === null) return 'The path is no valid pattern';
	return {
		action,
		...(account === undefined ? {} : { account }),
		...(typeof method === 'string' ? { method } : {}),
		...(path === undefined ? {} : { path }),
		...(typeof nth === 'number' ? { nth } : {}),
		...(typeof times === 'number' || times === 'Infinity' ? { times: Number(times) } : {}),
		...(when === 'after' ? { when } : {}),
	};
}

/** null: a pattern that is none. */
function readPath(path: unknown): string | RegExp | undefined | null {
	if (typeof path !== 'string') return undefined;
	const pattern = /^\/(.*)\/$/.exec(path)?.[1];
	if (pattern === undefined || !/[\\^$()|[\]?+]/.test(pattern)) return path;
	try {
		return new RegExp(pattern);
	} catch {
		return null;
	}
}
