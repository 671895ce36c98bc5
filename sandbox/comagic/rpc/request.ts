/** The JSON-RPC envelope that comes in (§B.1). */
import { isRecord } from '../../kommo/guards';
import type { ComagicSwitches } from '../switches';
import { RpcError } from './errors';

export type RpcId = string | number | null;

export interface RpcRequest {
	id: RpcId;
	method: string;
	params: Record<string, unknown>;
}

/** @throws RpcError -32700, -32600, -32099 */
export function readRequest(
	body: unknown,
	isBroken: boolean,
	switches: ComagicSwitches,
): RpcRequest {
	if (isBroken) throw new RpcError('parse_error');
	if (Array.isArray(body)) throw new RpcError(`batch_${switches.batchSpelling}_not_supported`);
	if (!isRecord(body) || body.jsonrpc !== '2.0') throw new RpcError('invalid_request');
	const { id, method, params = {} } = body;
	if (id === undefined) throw new RpcError('notifications_not_supported');
	const isKnownId = typeof id === 'string' || typeof id === 'number';
	if (!isKnownId || typeof method !== 'string' || !isRecord(params)) {
		throw new RpcError('invalid_request');
	}
	return { id, method, params };
}

/** The id to answer with, whatever else is wrong. */
export function idOf(body: unknown): RpcId {
	if (!isRecord(body)) return null;
	return typeof body.id === 'string' || typeof body.id === 'number' ? body.id : null;
}
