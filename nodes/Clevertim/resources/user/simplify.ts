import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat([
	'id',
	'user',
	'email',
	'is_owner',
	'is_admin',
	'permissions',
	'pending',
]);

/** A user points to nothing (fact sheet §6.9). */
export const LINKS: Code[] = [];
