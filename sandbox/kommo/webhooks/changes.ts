/** A change as webhooks tell it: settings code, place in the body, fields (§5.3). */
import type { PhpValue } from './phpForm';

export interface Change {
	/** Settings code, e.g. `status_lead`. */
	code: string;
	/** e.g. `leads` and `status`, for leads[status][i]. */
	group: string;
	action: string;
	fields: { [key: string]: PhpValue };
}
