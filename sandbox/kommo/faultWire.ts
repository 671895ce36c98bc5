/** What a met fault does to an answer. */
import type { FaultAction } from './contract';
import { usualProblem } from './problems';
import { empty, htmlPage, json, type Wire } from './wire';
import { wait, type World } from './world';

/** Waits out delays, then the first other action decides; `none`: nothing happens to the answer. */
export async function applyFaults(
	world: World,
	actions: FaultAction[],
	wire: Wire | undefined,
): Promise<Wire | 'none' | 'reset'> {
	for (const action of actions) {
		if (action.type === 'delay') await wait(action.ms, world.closing.signal);
	}
	const action = actions.find((a) => a.type !== 'delay');
	if (!action) return 'none';
	return faultWire(action, wire);
}

function faultWire(action: FaultAction, wire: Wire | undefined): Wire | 'none' | 'reset' {
	switch (action.type) {
		case 'reset':
			return 'reset';
		case 'html':
			return htmlPage(action.status ?? 502, action.status === 403 ? 'Forbidden' : 'Bad Gateway');
		case 'empty':
			return empty(action.status ?? 200);
		case 'truncate':
			return cut(wire ?? json(200, { _embedded: {} }, 'application/hal+json'), action.bytes);
		case 'status': {
			const body = action.body ?? usualProblem(action.status, 'Injected by the sandbox').body();
			const type = action.status < 400 ? 'application/hal+json' : 'application/problem+json';
			const made =
				typeof body === 'string'
					? { status: action.status, headers: { 'content-type': 'text/plain' }, text: body }
					: json(action.status, body, type);
			return { ...made, headers: { ...made.headers, ...lowerCased(action.headers ?? {}) } };
		}
		default:
			return 'none';
	}
}

function cut(wire: Wire, bytes?: number): Wire {
	const whole = Buffer.from(wire.text);
	return { ...wire, text: whole.subarray(0, bytes ?? Math.floor(whole.length / 2)).toString() };
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]),
	);
}
