import type { ErrorRow } from './row';

/** The service itself is in trouble: 5xx (fact sheet §2.1, §3.3), and what no other row knows. */
export const serverRows: ErrorRow[] = [
	{
		name: 'server took too long',
		when: [{ status: [504, 408] }],
		message: "The account '{host}' took too long for the request",
		description: "Lower 'Batch Size' or 'Limit' and try again.{support}",
	},
	{
		name: 'service unavailable',
		when: [{ status: [502, 503] }],
		message: "The account '{host}' is not available at the moment",
		description: 'The service is overloaded or under maintenance. Try again {wait}.{support}',
	},
	{
		name: 'server stumbled',
		when: [{ statusRange: [500, 599] }],
		message: 'The service could not handle the request (status {status})',
		description:
			'Try again {wait}. If it stays, leave out fields to find the one it stumbles over.{said}{support}',
	},
	{
		name: 'unknown',
		when: [{}],
		message: "The request {method} {path} to '{host}' did not succeed",
		description: 'Try again {wait}.{said}{support}',
	},
];
