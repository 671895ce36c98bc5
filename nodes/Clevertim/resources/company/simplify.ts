import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(
	['id', 'cn', 'ctype', 'email', 'phones', 'website', 'city', 'country', 'tags', 'lm'],
	'companies',
);

/** Links of a company (fact sheet §6.2). */
export const LINKS: Code[] = [
	{ name: 'Cases', value: 'cases' },
	{ name: 'Files', value: 'files' },
	{ name: 'Linked Files', value: 'lfiles' },
	{ name: 'Notes', value: 'notes' },
	{ name: 'Opportunities', value: 'opportunities' },
	{ name: 'Private To', value: 'puser' },
	{ name: 'Tasks', value: 'tasks' },
];
