import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';

/** Methods and paths that take something away, cut somebody off or cost money (fact sheet §A.5, §B.5, §C.3). */
const DESTRUCTIVE =
	/^(?:delete|disable|enable|unset)\.|^v1\/(?:delete|remove|buy|activate|untag)_|^update\.customer_status$|^(?:release\.call|disconnect\.leg|block\.contact)$/i;

/** JSON-RPC method, or path below the Session API's base URL, e.g. `v1/buy_number/`. */
export const isDestructive = (method: string): boolean => DESTRUCTIVE.test(method);

/**
 * What a model may not do unless the user allowed it. A POST of the Session API can stand for a
 * DELETE: `action=DELETE` (fact sheet §A.1).
 * @throws InvalidValue
 */
export function requireHarmless(method: string, values: IDataObject): void {
	const standsForDelete =
		method.startsWith('v1/') && shown(values.action).trim().toUpperCase() === 'DELETE';
	if (!isDestructive(method) && !standsForDelete) return;
	throw new InvalidValue(
		`${method} is switched off for AI agents`,
		"Switch on 'Allow Deleting as Tool' in the options of the node to let an agent delete, take tags off, switch numbers off, end calls, block contacts and buy.",
	);
}
