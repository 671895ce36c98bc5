import type { IDataObject } from 'n8n-workflow';

import pick from 'lodash/pick';

import { at, isRecord, recordsAt } from '../../../shared/wire';

/** Who the user is, what decides whether work can be given to him, and what Include asked for. */
export function simplifyUser(user: IDataObject): IDataObject {
	const rights = isRecord(user.rights) ? user.rights : {};
	const { id, name, email, lang } = user;
	const { is_admin, is_active, group_id, role_id } = rights;
	const own = { id, name, email, lang, is_admin, is_active, group_id, role_id };
	return { ...own, ...namesOf(user, 'groups'), ...namesOf(user, 'roles'), ...pick(user, EXTRAS) };
}

/** Groups or roles by name, when the answer has them. */
function namesOf(user: IDataObject, key: string): IDataObject {
	if (!Array.isArray(at(user, `_embedded.${key}`))) return {};
	return { [key]: recordsAt(user, `_embedded.${key}`).map((record) => record.name ?? null) };
}

/** Properties that come only when they are asked for. */
const EXTRAS = ['amojo_id', 'phone_number', 'user_rank', 'uuid'];

/** `with` values of users (fact sheet §4.16). */
export const USER_INCLUDES = [
	{ name: 'Chat ID', value: 'amojo_id' },
	{ name: 'Group', value: 'group' },
	{ name: 'Phone Number', value: 'phone_number' },
	{ name: 'Rank', value: 'user_rank' },
	{ name: 'Role', value: 'role' },
	{ name: 'UUID', value: 'uuid' },
];
