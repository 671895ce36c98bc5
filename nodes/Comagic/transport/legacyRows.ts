import type { ApiName } from './brands';
import type { ErrorRow } from './errorTable';

const api: ApiName[] = ['session'];

/** What the Session API answers: `success: false` with `<code>:<text>` (fact sheet §A.1, §A.5). */
export const legacyRows: ErrorRow[] = [
	{
		name: 'login or password wrong (Session API)',
		when: { api, says: /Wrong login or password/i },
		message: '{brand} did not accept login and password of the credential',
		description:
			'Check both in the credential, and its brand: an account of UIS does not exist at Comagic and the other way round.',
		endsRun: true,
	},
	{
		name: 'customer missing (Session API)',
		when: { api, says: /Access denied/i },
		message: 'The Session API denies access to {method}',
		description:
			"An agency has to say which customer it asks about: choose one in 'Customer' ('Get Clients' lists them). Otherwise the user lacks the right, or the site, campaign or tag belongs to another customer.{said}",
	},
	{
		name: 'session expired (Session API)',
		when: { api, mnemonic: ['102401'] },
		message: 'The Session API did not accept the session, not even a new one',
		description:
			'The user may be logged out by another program, or have lost its rights. Check it in the cabinet.{said}',
		endsRun: true,
	},
	{
		name: 'parameter missing (Session API)',
		when: { api, says: /Missing required parameter/i },
		message: '{method} lacks a required parameter',
		description: 'Most calls need a site and the dates.{said}',
	},
	{
		name: 'not acceptable (Session API)',
		when: { api, mnemonic: ['111406'] },
		message: 'The Session API does not give the answer as JSON',
		description: 'A proxy in between may remove the Accept header.{said}',
	},
	{
		name: 'no such address (Session API)',
		when: { api, status: [404] },
		message: "The Session API has nothing at '{method}'",
		description: 'Check the path; it begins with v1/ and ends with a slash.{said}',
	},
	{
		name: 'refused (Session API)',
		when: { api, statusRange: [200, 428] },
		message: 'The Session API refused {method}: {text}',
		description: 'Check the values of the fields.',
	},
];
