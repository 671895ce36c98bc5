import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(
	['id', 'name', 'status', 'value', 'currency', 'cust', 'leadUser', 'tags', 'ao', 'lm'],
	'opportunities',
);

/** Links of an opportunity (fact sheet §6.3). */
export const LINKS: Code[] = [
	{ name: 'Creator', value: 'userId' },
	{ name: 'Customer', value: 'cust' },
	{ name: 'Files', value: 'files' },
	{ name: 'Lead User', value: 'leadUser' },
	{ name: 'Linked Files', value: 'lfiles' },
	{ name: 'Notes', value: 'notes' },
	{ name: 'Tasks', value: 'tasks' },
];
