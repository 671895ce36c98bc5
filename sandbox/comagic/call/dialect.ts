/** The Call API's side of a JSON-RPC call. */
import { RpcError } from '../rpc/errors';
import type { RpcDialect } from '../rpc/serveRpc';
import { listHandlers } from './listCalls';
import { manageHandlers } from './manage';
import { callSpec } from './spec';
import { startHandlers } from './start';

const HANDLERS = { ...startHandlers, ...manageHandlers, ...listHandlers };

export const callDialect: RpcDialect = {
	api: 'call',
	spec: callSpec,
	disabled: 'component_disabled',
	loggedOut: { success: true },
	deprecated: 'current_version_depricated',
	handle: ({ world, spec, params, customer, now, metadata }) => {
		const handler = HANDLERS[spec.name];
		if (!handler) throw new RpcError('method_not_found');
		const { store } = customer;
		const { switches } = world;
		const live = world.liveCallsOf(store);
		return { data: handler({ method: spec.name, params, store, switches, live, now }), metadata };
	},
};
