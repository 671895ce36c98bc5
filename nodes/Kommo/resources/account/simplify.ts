import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/wire';

/** What identifies an account; the rest of its settings is in the raw answer. */
const MAIN = ['id', 'name', 'subdomain', 'country', 'currency', 'current_user_id'];

/** `with` values that the API answers beside the account's own fields (fact sheet §4.17). */
const ON_REQUEST = [
	'amojo_id',
	'drive_url',
	'entity_names',
	'invoices_settings',
	'is_api_filter_enabled',
	'uuid',
	'version',
];

/** The flat form of the account: its main fields and whatever was asked for by Include. */
export function simplifyAccount(account: IDataObject): IDataObject {
	const names = [...MAIN, ...ON_REQUEST].filter((name) => account[name] !== undefined);
	return {
		...Object.fromEntries(names.map((name) => [name, account[name]])),
		...(isRecord(account._embedded) ? account._embedded : {}),
	};
}
