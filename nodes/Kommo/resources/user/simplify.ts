import type { IDataObject } from 'n8n-workflow';

import { isRecord, recordsAt } from '../../../shared/wire';

/** Who the user is and what decides whether work can be given to him. */
export function simplifyUser(user: IDataObject): IDataObject {
	const rights = isRecord(user.rights) ? user.rights : {};
	const { id, name, email, lang } = user;
	const { is_admin, is_active, group_id, role_id } = rights;
	const groups = recordsAt(user, '_embedded.groups').map((group) => group.name ?? null);
	return { id, name, email, lang, is_admin, is_active, group_id, role_id, groups };
}

/** `with` values of users (fact sheet §4.16). */
export const USER_INCLUDES = [
	{ name: 'Chat ID', value: 'amojo_id' },
	{ name: 'Group', value: 'group' },
	{ name: 'Phone Number', value: 'phone_number' },
	{ name: 'Rank', value: 'user_rank' },
	{ name: 'Role', value: 'role' },
	{ name: 'UUID', value: 'uuid' },
];
