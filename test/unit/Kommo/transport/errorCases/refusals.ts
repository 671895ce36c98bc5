import { legacy, PAGE, problem, type Case } from './builders';

const unauthorized = problem(401, 'Unauthorized', 'Invalid user name or password');

/** Answers that say no: 4xx and 5xx. */
export const refusalCases: Case[] = [
	// 401, 402, 403, §1.6
	[
		'no such account',
		problem(401, 'Unauthorized', 'Account not found'),
		"There is no account at 'acme.kommo.com' for this credential",
		'renamed',
	],
	['no such account', legacy(101, 401), /^There is no account at/, "'Subdomain'"],
	['captcha', legacy('111', 401), /asks for a captcha$/, 'browser'],
	['user switched off', legacy(112, 401), /switched off or not part/, 'another user'],
	['address not allowed', legacy(113, 403), /does not allow the address/, 'allowed IP addresses'],
	[
		'address not allowed',
		problem(403, 'Forbidden', 'Access from this IP is not allowed'),
		/does not allow the address/,
		'allowed IP addresses',
	],
	['no rights', legacy(288, 403), /has no right/, 'admin'],
	['feature has to be paid', legacy(402), /plan .* does not include/, 'plan'],
	['feature not available', legacy(425), /not available/, "says: 'made up'"],
	['feature switched off', legacy(426), /switched off in the account/, 'admin'],
	['token not accepted', unauthorized, /did not accept the token/, 'long-lived token'],
	['token not accepted', legacy(110, 401), /did not accept the token/, 'renamed'],
	['token not accepted', { status: 401 }, /'Kommo \/ amoCRM API'$/, 'expired'],
	[
		'connection not accepted',
		{ ...unauthorized, credentialKind: 'oAuth2' },
		/did not accept the connection of the credential 'Kommo \/ amoCRM OAuth2 API'$/,
		'three months',
	],
	[
		'connection not accepted',
		{ ...legacy(110, 401), credentialKind: 'oAuth2' },
		/did not accept the connection/,
		'renamed',
	],
	['chat quota', problem(402, 'Payment Required', 'Over chat API limit'), /quota/, 'add-on'],
	[
		'not in the plan',
		problem(402, 'Payment Required', 'Endpoint not available for current account tariff'),
		/plan .* does not include/,
		'Change the plan',
	],
	[
		'not in the plan',
		{ ...problem(402, 'Payment Required', 'Payment required'), path: '/api/v4/customers/mode' },
		/plan .* does not include/,
		'Change the plan',
	],
	[
		'plan ended',
		problem(402, 'Payment Required', 'Payment required'),
		"The trial or subscription of the account 'acme.kommo.com' has ended",
		'Renew',
	],
	['blocked page', { status: 403, body: PAGE }, /blocks requests/, 'support'],
	[
		'blocked',
		problem(403, 'Forbidden', 'Your account is blocked for API requests'),
		/blocks requests/,
		'support',
	],
	[
		'scope missing',
		problem(403, 'Forbidden', "Client doesn't have the required scope"),
		/lacks a scope/,
		'token keeps the scopes',
	],
	['scope missing', problem(403, 'Forbidden', 'Invalid scope'), /lacks a scope/, 'chat messages'],
	['admin only', { ...problem(403, 'Forbidden', ''), path: '/api/v4/users' }, /^Only an admin/, ''],
	[
		'admin only',
		{ ...problem(403, 'Forbidden', ''), path: '/api/v4/leads/custom_fields/3101?x=1' },
		/^Only an admin/,
		'External integrations',
	],
	['forbidden', problem(403, 'Forbidden', 'No'), /has no right to do this$/, "says: 'No'"],

	// other 4xx, §3.3
	[
		'values refused',
		{
			status: 400,
			body: {
				'validation-errors': [
					{
						request_id: 'i3',
						errors: [
							{
								code: 'InvalidType',
								path: 'price',
								detail: 'This value should be of type int.',
							},
						],
					},
				],
				title: 'Bad Request',
				status: 400,
				detail: 'Request validation failed',
			},
		},
		"The account 'acme.kommo.com' did not accept all values",
		"Row i3: 'Price': a whole number is expected",
	],
	[
		'empty request',
		problem(400, 'Bad Request', 'Request data can not be empty'),
		'The request contained no values',
		'at least one field',
	],
	[
		'foreign users',
		problem(400, 'Bad Request', 'User(s) 77 are not associated with provided account.'),
		/user does not belong/,
		'User(s) 77',
	],
	[
		'no matching entity',
		{ status: 400, path: '/api/v4/calls', body: { errors: [], title: 'Entity not found' } },
		/has no entity/,
		'last ten digits',
	],
	[
		'bad request',
		problem(400, 'Bad Request', 'Something else.'),
		/did not understand/,
		"The service says: 'Something else'.",
	],
	['nothing found', legacy(2002), 'Nothing was found', 'filters'],
	[
		'no such path',
		{
			...problem(404, 'Not Found', 'Cannot GET https://acme.kommo.com/api/v4/example'),
			path: '/api/v4/example?with=x',
		},
		"The account 'acme.kommo.com' does not know GET /api/v4/example",
		'both products',
	],
	[
		'web page not found',
		{ status: 404, body: '<!DOCTYPE html><p>404' },
		/^No account answers/,
		'renamed',
	],
	['not found', problem(404, 'Not Found', 'Talk not found'), /does not exist/, 'deleted'],
	[
		'method not allowed',
		{ ...problem(405, 'Method Not Allowed', 'Method Not Allowed'), method: 'DELETE' },
		/does not allow DELETE \/api\/v4\/leads$/,
		'cannot be deleted',
	],
	['too large', { status: 413, body: PAGE }, 'The request is too large', "'Batch Size'"],
	[
		'page limit',
		problem(422, 'Unprocessable Entity', 'Limit 250 per page'),
		/more records than/,
		"'Batch Size' to 250",
	],
	[
		'limit reached',
		problem(422, 'Unprocessable Entity', 'Pipelines limit exceeded'),
		'A limit of the account is reached',
		"says: 'Pipelines limit exceeded'",
	],
	[
		'cannot be done now',
		problem(422, 'Unprocessable Entity', 'Talk is already closed'),
		/present state$/,
		'closed already',
	],
	[
		'too many requests',
		{ ...problem(429, 'Too Many Requests', 'You have sent too many'), retryAfterMs: 300_000 },
		"Too many requests for the account 'acme.kommo.com'",
		'Try again in 5 minutes',
	],
	['too many requests', { status: 429, body: PAGE }, /^Too many/, 'Try again in a few minutes'],
	['other refusal', problem(409, 'Conflict', 'Busy'), /with status 409$/, "says: 'Busy'"],

	// 5xx, §3.3
	['server took too long', { status: 504, body: PAGE }, /took too long/, "'Batch Size'"],
	[
		'service unavailable',
		{ status: 502, body: PAGE },
		/not available at the moment$/,
		'few minutes',
	],
	['service unavailable', { status: 503, body: '', retryAfterMs: 4_000 }, /available/, '4 seconds'],
	[
		'server stumbled',
		{
			status: 500,
			body: {
				title: 'ErrInternalServer',
				status: 500,
				detail: 'Our team are probably on it',
				trace_id: '0af7651916cd43dd8448eb211c80319c',
			},
		},
		/\(status 500\)$/,
		'id 0af7651916cd43dd8448eb211c80319c',
	],
	[
		'server stumbled',
		{
			...problem(500, 'Internal Server Error', 'An unknown error occurred.'),
			headers: { 'X-Request-Id': 'req-17' },
		},
		/\(status 500\)$/,
		'id req-17',
	],
	['unknown', { message: 'made up' }, /did not succeed$/, "says: 'made up'"],
	['unknown', { code: 'EWHATEVER' }, /GET \/api\/v4\/leads to 'acme/, 'few minutes'],
];
