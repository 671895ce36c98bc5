import type { IDataObject } from 'n8n-workflow';

import { isRecord, type WireRequest } from '../../shared/wire';

/** Query key with params that are no scalars, as JSON text. */
export const PARAMS = '$params';
/** Query key with the user an agent acts for, instead of the credential's. */
export const USER = '$userId';

/**
 * The JSON-RPC params of a request: its body, then `$params`, then the other query values as they
 * are. Keys that start with `$` are the session's own and never leave the machine.
 */
export function rpcParams({ body, query = {} }: WireRequest): IDataObject {
	const params: IDataObject = isRecord(body) ? { ...body } : {};
	Object.assign(params, parsed(query[PARAMS]));
	for (const [key, value] of Object.entries(query)) {
		if (!key.startsWith('$')) params[key] = value;
	}
	return params;
}

function parsed(text: unknown): IDataObject {
	if (typeof text !== 'string') return {};
	const value: unknown = JSON.parse(text);
	return isRecord(value) ? value : {};
}

/**
 * Methods of the Data API that know no `user_id` (the catalogue's common_params): everything else
 * takes the user an agent acts for (fact sheet §B.2).
 */
const WITHOUT_USER = new Set([
	'create.crm_account',
	'create.customers',
	'get.account',
	'get.campaign_daily_stat',
	'get.chat_channels',
	'get.customer_users',
	'get.customers',
	'get.report_for_ext_integration_task',
	'get.tariff_plans',
	'login.user',
	'logout.user',
	'update.crm_account',
	'update.customer_status',
	'update.customer_tariff_plans',
	'update.customers',
	'update.report_global_calendar',
]);

export const takesUserId = (method: string): boolean => !WITHOUT_USER.has(method);

/** Points of one call (fact sheet §B.3). */
export const weightOf = (method: string): number => (method === 'upload.calls' ? 5 : 1);
