import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(
	['id', 'fn', 'ln', 'title', 'companyId', 'ctype', 'email', 'phones', 'tags', 'lm'],
	'customers',
);

/** Links of a contact (fact sheet §6.1). */
export const LINKS: Code[] = [
	{ name: 'Cases', value: 'cases' },
	{ name: 'Company', value: 'companyId' },
	{ name: 'Files', value: 'files' },
	{ name: 'Linked Files', value: 'lfiles' },
	{ name: 'Notes', value: 'notes' },
	{ name: 'Opportunities', value: 'opportunities' },
	{ name: 'Private To', value: 'puser' },
	{ name: 'Tasks', value: 'tasks' },
];
