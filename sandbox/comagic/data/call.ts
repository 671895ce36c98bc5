/** One call of the Data API, ready for its handler. */
import type { ComagicCustomer } from '../contract';
import type { CallFacts } from '../seed/calls';
import type { ComagicStore } from '../store';
import type { ComagicSwitches } from '../switches';
import type { AccountKind } from '../rpc/tokens';
import type { MethodSpec } from './catalogue';
import type { Content } from './shape';

export interface DataCall {
	spec: MethodSpec;
	params: Record<string, unknown>;
	store: ComagicStore;
	switches: ComagicSwitches;
	/** Who holds the token. */
	kind: AccountKind;
	/** ms */
	now: number;
	/** e.g. http://127.0.0.1:4013 */
	url: string;
	/** Customers of the agency, for its own methods. */
	customers: readonly ComagicCustomer[];
	/** Posts JSON to somebody else's address and does not wait for it. */
	send: (url: string, body: Record<string, unknown>) => void;
	/** Calls of the Call API that are not over. */
	ongoing: () => CallFacts[];
}

export type Handler = (call: DataCall) => Content;

/** Handlers by method name; what has none is answered from its page. */
export type Handlers = Readonly<Record<string, Handler>>;
