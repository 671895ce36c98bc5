import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat([
	'id',
	'name',
	'atype',
	'startDate',
	'endDate',
	'cust',
	'case',
	'opp',
	'aUserId',
	'is_completed',
]);

/** Links of a task (fact sheet §6.5). */
export const LINKS: Code[] = [
	{ name: 'Assignee', value: 'aUserId' },
	{ name: 'Case', value: 'case' },
	{ name: 'Comments', value: 'comments' },
	{ name: 'Creator', value: 'userId' },
	{ name: 'Customer', value: 'cust' },
	{ name: 'Opportunity', value: 'opp' },
];
