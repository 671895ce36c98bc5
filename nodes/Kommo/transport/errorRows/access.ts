import type { ErrorRow } from './row';

const ASK_SUPPORT =
	"Stop the workflows of this account, then ask the service's support to lift the block; they need the address (IP) of this machine, the subdomain and the account's id.";

/** Who may do what: 401, 402, 403 and the older numeric codes (fact sheet §1.5, §1.6, §2.1). */
export const accessRows: ErrorRow[] = [
	{
		name: 'no such account',
		when: [{ legacy: [101] }, { status: [401, 403, 404], says: /account not found/i }],
		message: "There is no account at '{host}' for this credential",
		description:
			"Check 'Subdomain' and 'Domain' in the credential. After an account was renamed, enter its new subdomain.",
	},
	{
		name: 'captcha',
		when: [{ legacy: [111] }],
		message: "The account '{host}' asks for a captcha",
		description:
			'There were too many attempts to log in. Log in once with the browser, then create a new token.',
	},
	{
		name: 'user switched off',
		when: [{ legacy: [112] }],
		message: 'The user of this credential is switched off or not part of the account',
		description:
			'Switch the user on again in the settings of the account, or make the credential with another user.',
	},
	{
		name: 'address not allowed',
		when: [
			{ legacy: [113] },
			{ status: [403], says: /\bIP\b.*(?:allow|access|forbidden|restrict)|allow.*\bIP\b/i },
		],
		message: "The account '{host}' does not allow the address of this machine",
		description:
			'The account has a list of allowed IP addresses: add the one n8n goes out with, in the security settings of the account.',
	},
	{
		name: 'no rights',
		when: [{ legacy: [288] }],
		message: 'The user of this credential has no right to do this',
		description: 'Extend the rights of the user in the account, or use a credential of an admin.',
	},
	{
		name: 'feature has to be paid',
		when: [{ legacy: [402] }],
		message: "The plan of the account '{host}' does not include this feature",
		description: 'Change the plan in the settings of the account.',
	},
	{
		name: 'feature not available',
		when: [{ legacy: [425] }],
		message: "This feature is not available in the account '{host}'",
		description: 'The product or plan of the account does not have it.{said}',
	},
	{
		name: 'feature switched off',
		when: [{ legacy: [426] }],
		message: "This feature is switched off in the account '{host}'",
		description: 'An admin can switch it on in the settings of the account.{said}',
	},
	{
		name: 'token not accepted',
		when: [
			{ status: [401], credential: 'apiToken' },
			{ legacy: [110], credential: 'apiToken' },
		],
		message: "The account '{host}' did not accept the token of the credential '{credential}'",
		description:
			"The token may have expired or been revoked, belong to another account, or its integration was not saved or is switched off. Check 'Subdomain' and 'Domain' (a renamed account has a new one), then create a new long-lived token and paste it into the credential.",
	},
	{
		name: 'connection not accepted',
		when: [
			{ status: [401], credential: 'oAuth2' },
			{ legacy: [110], credential: 'oAuth2' },
		],
		message: "The account '{host}' did not accept the connection of the credential '{credential}'",
		description:
			"Access was revoked, the integration is switched off, the credential was not used for three months, or the account was renamed (then enter its new subdomain first). Open the credential and choose 'Connect my account' as an admin.",
	},
	{
		name: 'chat quota',
		when: [{ status: [402], says: /over chat api limit/i }],
		message: 'The quota of chat messages is used up',
		description:
			'The chat add-on of the account allows a fixed number of messages. Wait for the next period or extend the add-on.',
	},
	{
		name: 'not in the plan',
		when: [
			{ status: [402], says: /not available|tariff/i },
			{ status: [402], path: /\/customers/ },
		],
		message: "The plan of the account '{host}' does not include this feature",
		description: 'Change the plan in the settings of the account.{said}',
	},
	{
		name: 'plan ended',
		when: [{ status: [402] }],
		message: "The trial or subscription of the account '{host}' has ended",
		description:
			'Renew it in the settings of the account; until then the API answers nothing else.',
	},
	{
		name: 'blocked page',
		when: [{ status: [403], html: true }],
		message: "The service blocks requests to '{host}'",
		description: `A web page came instead of data: this happens after too many requests per second, to every request, and does not end by itself. ${ASK_SUPPORT}`,
	},
	{
		name: 'blocked',
		when: [{ status: [403], says: /block|banned|заблокир|too many/i }],
		message: "The service blocks requests to '{host}'",
		description: `${ASK_SUPPORT}{said}`,
	},
	{
		name: 'scope missing',
		when: [{ status: [403], says: /scope/i }],
		message: "The credential '{credential}' lacks a scope that this needs",
		description:
			'Add the scope to the integration (files, deletion of files, notifications or chat messages), then create a new token or connect the credential again: a token keeps the scopes it was made with.',
	},
	{
		name: 'admin only',
		when: [
			{
				status: [403],
				path: /^\/api\/v4\/(?:users|roles|webhooks|sources|chats\/templates|leads\/pipelines)(?:\/|$)|\/custom_fields/,
			},
		],
		message: 'Only an admin of the account may do this',
		description:
			'Use a token or connection that was made by an admin. External integrations may not manage users and sources at all.{said}',
	},
	{
		name: 'forbidden',
		when: [{ status: [403] }],
		message: 'The user of this credential has no right to do this',
		description:
			'Extend the rights of the user in the account, or use a credential of an admin.{said}',
	},
];
