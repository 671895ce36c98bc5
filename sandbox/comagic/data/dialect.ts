/** The Data API's side of a JSON-RPC call. */
import type { RpcDialect } from '../rpc/serveRpc';
import { catalogue, type MethodSpec } from './catalogue';
import { handlerOf } from './handlers';
import { shaped } from './shape';

/** Components that the sheet names besides the pages (§B.2). */
const MORE_COMPONENTS: Readonly<Record<string, string>> = {
	'get.scenarios': 'va',
	'get.sip_lines': 'va',
};

const SINGULAR = 'update.tags_communication';

function specOf(method: string, tagsMethod: 'singular' | 'plural'): MethodSpec | undefined {
	const wanted = tagsMethod === 'singular' ? SINGULAR : `${SINGULAR}s`;
	if (method.startsWith(SINGULAR)) return method === wanted ? catalogue().get(SINGULAR) : undefined;
	const spec = catalogue().get(method);
	const component = MORE_COMPONENTS[method];
	return spec && component !== undefined ? { ...spec, component } : spec;
}

export const dataDialect: RpcDialect = {
	api: 'data',
	spec: (method, { switches }) => specOf(method, switches.tagsMethod),
	disabled: 'method_component_disabled',
	loggedOut: {},
	deprecated: 'current_version_deprecated',
	handle: ({ world, spec, params, kind, customer, now, metadata }) => {
		const content = handlerOf(spec.name)({
			spec,
			params,
			store: customer.store,
			switches: world.switches,
			kind,
			now,
			url: world.url,
			customers: world.customers,
			send: (url, body) => world.send(url, body),
			ongoing: () => {
				const live = world.liveCallsOf(customer.store);
				return live.all(now).map((call) => live.factsOf(call, now));
			},
		});
		return shaped(content, spec, world.switches.resultShape, metadata);
	},
};
