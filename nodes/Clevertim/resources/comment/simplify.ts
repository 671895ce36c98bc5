import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(['id', 'comment', 'nid', 'tid', 'userId', 'ao']);

/** Links of a comment (fact sheet §6.7). */
export const LINKS: Code[] = [
	{ name: 'Creator', value: 'userId' },
	{ name: 'Note', value: 'nid' },
	{ name: 'Task', value: 'tid' },
];
