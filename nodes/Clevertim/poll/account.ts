import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { standIn } from '../transport/standIn';

/**
 * Which account it is: told by its owner, because a key says nothing about that and may be made
 * anew (fact sheet §2, §6.9).
 * @param users the records of `GET /user`
 */
export function accountOf(users: IDataObject[]): string {
	const owners = users.filter((user) => user.is_owner === true);
	const people = (owners.length > 0 ? owners : users).map(
		({ id, email }) => `${shown(id)} ${shown(email).trim().toLowerCase()}`,
	);
	return standIn(people.sort().join('\n'));
}
