import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(
	['id', 'name', 'description', 'cust', 'leadUser', 'tags', 'ao', 'lm'],
	'cases',
);

/** Links of a case (fact sheet §6.4). */
export const LINKS: Code[] = [
	{ name: 'Creator', value: 'userId' },
	{ name: 'Customer', value: 'cust' },
	{ name: 'Files', value: 'files' },
	{ name: 'Lead User', value: 'leadUser' },
	{ name: 'Linked Files', value: 'lfiles' },
	{ name: 'Notes', value: 'notes' },
	{ name: 'Tasks', value: 'tasks' },
];
