/** A call as if a person worked in the account's web interface: no request behind it. */
import type { AccountRuntime } from './account';
import type { Call } from './call';
import type { StoredUser } from './model';
import type { World } from './world';

export function userCall(world: World, account: AccountRuntime, user: StoredUser): Call {
	return {
		account,
		store: account.store,
		switches: world.switches,
		user,
		base: account.url,
		method: 'POST',
		path: '/',
		search: '',
		query: {},
		params: {},
		headers: {},
		body: undefined,
		isForm: false,
		now: Math.floor(world.now() / 1000),
		changes: [],
	};
}
