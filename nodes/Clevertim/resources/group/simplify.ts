import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(['id', 'name', 'gid', 'users']);

/** Links of a group (fact sheet §6.9). */
export const LINKS: Code[] = [{ name: 'Users', value: 'users' }];
