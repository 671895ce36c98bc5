/** One call of the Session API, ready for its handler. */
import type { ComagicCustomer } from '../contract';
import type { AccountKind } from '../rpc/tokens';
import type { ComagicStore } from '../store';
import type { ComagicSwitches } from '../switches';

export interface LegacyCall {
	/** After `action` of a POST has been honoured. */
	verb: string;
	/** Resource below /api/v1/, e.g. call */
	resource: string;
	/** Second part of the path, e.g. of visitor/12/ */
	id: string | undefined;
	/** Query and body together. */
	params: Readonly<Record<string, string>>;
	kind: AccountKind;
	/** The customer's whose data is asked for. */
	store: ComagicStore;
	customers: readonly ComagicCustomer[];
	switches: ComagicSwitches;
	/** ms */
	now: number;
	/** Host and port, for links. */
	host: string;
}

export type LegacyHandler = (call: LegacyCall) => unknown;

export interface LegacyEndpoint {
	/** What a plain account must send. */
	required?: readonly string[];
	/** Agencies without `customer_id` are told `Access denied` (§A.5). */
	needsCustomer?: boolean;
	handle: LegacyHandler;
}
