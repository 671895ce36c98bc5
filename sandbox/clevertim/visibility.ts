/** Who sees what (§5): private items, items of groups, everything for administrators. */
import type { ClevertimStore, Row } from './store';

export function isVisible(store: ClevertimStore, user: Row, row: Row): boolean {
	if (user.is_admin === true || user.is_owner === true) return true;
	if (row.is_private === true) return row.puser === user.id;
	const mask = typeof row.gid === 'number' ? row.gid : 0;
	if (mask === 0) return true;
	return store.all('group').some((group) => {
		const members: unknown[] = Array.isArray(group.users) ? group.users : [];
		return members.includes(user.id) && (mask & Number(group.gid)) !== 0;
	});
}

export function may(user: Row, permission: 'canedit' | 'candelete'): boolean {
	return Array.isArray(user.permissions) && user.permissions.includes(permission);
}
