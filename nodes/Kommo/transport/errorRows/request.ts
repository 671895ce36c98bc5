import type { ErrorRow } from './row';

/** What was asked cannot be done: other 4xx (fact sheet §3.3). */
export const requestRows: ErrorRow[] = [
	{
		name: 'values refused',
		when: [{ bodyKey: 'validation-errors' }],
		message: "The account '{host}' did not accept all values",
		description: '{rows}',
	},
	{
		name: 'empty request',
		when: [{ status: [400], says: /request data can not be empty/i }],
		message: 'The request contained no values',
		description: 'Fill in at least one field.',
	},
	{
		name: 'foreign users',
		when: [{ status: [400], says: /not associated with provided account/i }],
		message: "A chosen user does not belong to the account '{host}'",
		description: 'Choose users from the list of the account.{said}',
	},
	{
		name: 'no matching entity',
		when: [{ status: [400], says: /entity not found/i }],
		message: 'The account has no entity for these values',
		description:
			'Check that the records whose IDs were given are still there. For a call there has to be a contact or company with its phone number (the last ten digits are compared).',
	},
	{
		name: 'bad request',
		when: [{ status: [400] }],
		message: "The account '{host}' did not understand the request",
		description: 'Check the values of the fields.{said}{support}',
	},
	{
		name: 'nothing found',
		when: [{ legacy: [2002] }],
		message: 'Nothing was found',
		description: 'Check the id or the filters.',
	},
	{
		name: 'no such path',
		when: [{ status: [404], says: /^cannot (?:get|post|put|patch|delete)\b/im }],
		message: "The account '{host}' does not know {method} {path}",
		description:
			"Not every operation exists in both products, Kommo and amoCRM. With a custom base URL check that it ends before '/api/v4'.",
	},
	{
		name: 'web page not found',
		when: [{ status: [404], html: true }],
		message: "No account answers at '{host}'",
		description:
			"Check 'Subdomain' and 'Domain' (or 'Base URL') in the credential. After an account was renamed, enter its new subdomain.",
	},
	{
		name: 'not found',
		when: [{ status: [404] }],
		message: "What {method} {path} names does not exist in the account '{host}'",
		description: 'Check the id: it may have been deleted or belong to another account.{said}',
	},
	{
		name: 'method not allowed',
		when: [{ status: [405] }],
		message: "The account '{host}' does not allow {method} {path}",
		description:
			'The API has no such operation: leads, contacts, companies, tasks and notes cannot be deleted through it.',
	},
	{
		name: 'too large',
		when: [{ status: [413] }],
		message: 'The request is too large',
		description: "Lower 'Batch Size', or send a smaller file.",
	},
	{
		name: 'page limit',
		when: [{ status: [422], says: /limit \d+ per page/i }],
		message: 'The request contained more records than the account takes at once',
		description: "Set 'Batch Size' to 250 or less; 50 is recommended.{said}",
	},
	{
		name: 'limit reached',
		when: [{ status: [422], says: /limit|maximum|too many|лимит/i }],
		message: 'A limit of the account is reached',
		description:
			'There are limits for custom fields, pipelines, stages, webhooks, templates and lists. Remove what is no longer needed.{said}',
	},
	{
		name: 'cannot be done now',
		when: [{ status: [422] }],
		message: "The account '{host}' cannot do this in its present state",
		description:
			'The feature may be switched off (customers), or the record is closed already.{said}',
	},
	{
		name: 'too many requests',
		when: [{ status: [429] }],
		message: "Too many requests for the account '{host}'",
		description:
			"Try again {wait}. The service allows 7 requests a second, counting all programs that use the account or this machine's address: lower 'Requests per Second' in the credential if others work there too.",
	},
	{
		name: 'other refusal',
		when: [{ statusRange: [400, 499] }],
		message: "The account '{host}' refused the request with status {status}",
		description: 'Check the values of the fields.{said}{support}',
	},
];
