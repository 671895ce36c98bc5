import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat([
	'id',
	'desc',
	'type',
	'hl',
	'cust',
	'case',
	'opportunity',
	'userId',
	'comments',
	'ao',
]);

/** Links of a note (fact sheet §6.6). */
export const LINKS: Code[] = [
	{ name: 'Case', value: 'case' },
	{ name: 'Comments', value: 'comments' },
	{ name: 'Creator', value: 'userId' },
	{ name: 'Customers', value: 'cust' },
	{ name: 'Files', value: 'files' },
	{ name: 'Linked Files', value: 'lfiles' },
	{ name: 'Opportunity', value: 'opportunity' },
];
