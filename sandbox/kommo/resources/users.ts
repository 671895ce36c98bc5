/** Users: admin only (§4.16). */
import { idParam, type Call, type Route } from '../call';
import type { Json } from '../guards';
import { pageAnswer, selfLink } from '../hal';
import type { StoredUser } from '../model';
import { Problem } from '../problems';
import { withSet } from '../queryString';

export const userRoutes: Route[] = [
	{
		method: 'GET',
		path: '/users',
		admin: true,
		handle: (call) =>
			pageAnswer(call, 'users', [...call.store.users.values()], (u) => userToWire(call, u), {
				totals: true,
			}),
	},
	{
		method: 'GET',
		path: '/users/:id',
		admin: true,
		handle: (call) => {
			const user = call.store.users.get(idParam(call) ?? 0);
			if (!user) throw new Problem(404, 'User not found');
			return { status: 200, entities: 1, body: userToWire(call, user) };
		},
	},
];

function userToWire(call: Call, user: StoredUser): Json {
	const include = withSet(call.query);
	const group = call.store.groups.get(user.group_id);
	const embedded: Json = {
		...(include.has('role') ? { roles: [] } : {}),
		...(include.has('group') ? { groups: group ? [group] : [] } : {}),
	};
	return {
		id: user.id,
		name: user.name,
		email: user.email,
		lang: user.lang,
		rights: rightsOf(user),
		...(include.has('phone_number') ? { phone_number: user.phone_number } : {}),
		...(include.has('uuid') ? { uuid: uuidOf(user.id, 'a') } : {}),
		...(include.has('amojo_id') ? { amojo_id: uuidOf(user.id, 'b') } : {}),
		...(include.has('user_rank') ? { user_rank: null } : {}),
		_links: selfLink(call, `/users/${user.id}`),
		_embedded: embedded,
	};
}

function uuidOf(id: number, variant: string): string {
	return `${variant}0000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

function rightsOf(user: StoredUser): Json {
	const all = user.is_admin ? 'A' : 'G';
	const entity = {
		view: 'A',
		edit: all,
		add: 'A',
		delete: user.is_admin ? 'A' : 'D',
		export: user.is_admin ? 'A' : 'D',
	};
	return {
		leads: entity,
		contacts: entity,
		companies: entity,
		tasks: { edit: all, delete: all },
		mail_access: user.is_admin,
		catalog_access: user.is_admin,
		files_access: user.is_admin,
		status_rights: null,
		catalog_rights: null,
		is_admin: user.is_admin,
		is_free: false,
		is_active: user.is_active,
		group_id: user.group_id === 0 ? null : user.group_id,
		role_id: null,
	};
}
