/** What a client sees of a fault. */
import type { FaultAction } from '../kommo/contract';
import { empty, htmlPage, json, type Wire } from '../kommo/wire';
import { wait } from '../kommo/world';
import type { Fault } from './contract';
import { RpcError, type ErrorDetails } from './rpc/errors';
import { refused } from './rpc/serveRpc';
import { noteRefusal, rpcInput, type Incoming } from './serve';
import type { World } from './world';

const TYPE = 'application/json; charset=utf-8';

/** The broken answer; undefined for a broken connection, 'none' when no fault is met. */
export async function meetFaults(
	world: World,
	incoming: Incoming,
	faults: readonly Fault[],
	wire: Wire | undefined,
): Promise<Wire | 'none' | undefined> {
	for (const { action } of faults) {
		if (action?.type === 'delay') await wait(action.ms, world.closing.signal);
	}
	const fault = faults.find(({ action }) => action?.type !== 'delay');
	if (!fault) return 'none';
	const { action } = fault;
	if (action) return broken(action, wire ?? json(200, { success: true, data: [] }, TYPE));
	return json(200, refusalOf(world, incoming, fault), TYPE);
}

function refusalOf(world: World, incoming: Incoming, fault: Fault): Record<string, unknown> {
	const { entry } = incoming;
	if (entry.api === 'session') {
		const message = fault.message ?? `111500:${fault.mnemonic ?? 'Internal error'}`;
		entry.refusal = message;
		return { success: false, message };
	}
	const error = new RpcError(fault.mnemonic ?? 'internal_error', detailsOf(world, fault));
	const body = refused(world, entry.api, error, rpcInput(incoming));
	noteRefusal(entry, body);
	return body;
}

function detailsOf(world: World, fault: Fault): ErrorDetails {
	const { field, value, code, message } = fault;
	return {
		params: fault.params ?? usualParams(world, fault.mnemonic),
		...(field === undefined ? {} : { field }),
		...(value === undefined ? {} : { value }),
		...(code === undefined ? {} : { code }),
		...(message === undefined ? {} : { message }),
	};
}

/** What the texts of some errors speak of. */
function usualParams(world: World, mnemonic: string | undefined): Record<string, unknown> {
	switch (mnemonic) {
		case 'limit_exceeded':
			return { limit_type: 'minute', limit_max_value: world.perMinute };
		case 'ip_not_whitelisted':
			return { ip: '127.0.0.1' };
		case 'date_interval_limit_reached':
			return { interval: '3 months' };
		default:
			return {};
	}
}

function broken(action: FaultAction, wire: Wire): Wire | undefined {
	switch (action.type) {
		case 'html':
			return htmlPage(action.status ?? 502, 'Bad Gateway');
		case 'empty':
			return empty(action.status ?? 200);
		case 'truncate': {
			const whole = Buffer.from(wire.text);
			const bytes = action.bytes ?? Math.floor(whole.length / 2);
			return { ...wire, text: whole.subarray(0, bytes).toString() };
		}
		case 'status': {
			const made = json(
				action.status,
				action.body ?? { message: 'Injected by the sandbox.' },
				TYPE,
			);
			return { ...made, headers: { ...made.headers, ...action.headers } };
		}
		default:
			return undefined;
	}
}
