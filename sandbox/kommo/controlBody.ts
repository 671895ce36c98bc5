/** Bodies of the control API, checked before they change anything. */
import type { LatencyOptions, RateLimitOptions } from './contract';
import { isRecord } from './guards';
import { defaultSwitches, type KommoSwitches } from './switches';

/** The switches in a body; a text names the first one that is unknown or of the wrong type. */
export function readSwitches(body: unknown): Partial<KommoSwitches> | string {
	if (!isRecord(body)) return 'An object of switches is expected';
	const known = new Map<string, unknown>(Object.entries(defaultSwitches));
	for (const [key, value] of Object.entries(body)) {
		if (!known.has(key)) return `Unknown switch '${key}'`;
		const usual = typeof known.get(key);
		// unknownWebhookCode alone mixes texts and numbers
		if (typeof value !== usual && key !== 'unknownWebhookCode')
			return `Switch '${key}' is a ${usual}`;
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
