import type { ErrorRow } from './errorTable';

/** What both JSON-RPC interfaces answer (fact sheet §B.2, §B.6). */
export const mnemonicRows: ErrorRow[] = [
	{
		name: 'IP not whitelisted',
		when: { mnemonic: ['ip_not_whitelisted'] },
		message: 'The Data API of {brand} does not let requests from {ip} in',
		description:
			"Add the address in the cabinet under Administrator → Account → Security rules, tab 'API'; everything is closed by default. Changing addresses (n8n Cloud) need 0.0.0.0/0, which lets everybody with the token in. An agent's address belongs on the list in the customer's account.",
		endsRun: true,
	},
	{
		name: 'login or password wrong',
		when: { mnemonic: ['auth_error'] },
		message: '{brand} did not accept login and password of the credential',
		description:
			'Check both in the credential, and its brand: an account of UIS does not exist at Comagic and the other way round. The user needs the right to use the {api}.',
		endsRun: true,
	},
	{
		name: 'token invalid',
		when: { mnemonic: ['access_token_invalid'] },
		message: '{brand} did not accept the access token of the credential',
		description:
			'Copy the key again from the user management of the cabinet, and check the brand in the credential: a key of UIS is not valid at Comagic and the other way round.',
		endsRun: true,
	},
	{
		name: 'token expired',
		when: { mnemonic: ['access_token_expired'] },
		message: 'The access token of the credential has expired',
		description:
			'Temporary keys have an end date. Make a new one in the user management of the cabinet and paste it into the credential.',
		endsRun: true,
	},
	{
		name: 'token blocked',
		when: { mnemonic: ['access_token_blocked'] },
		message: 'The access token of the credential is blocked',
		description:
			'Unblock it in the user management of the cabinet, or paste another one into the credential.',
		endsRun: true,
	},
	{
		name: 'account inactive',
		when: { mnemonic: ['account_inactive'] },
		message: 'The account at {brand} is locked',
		description: 'Check its balance and state in the cabinet, or ask the support of {brand}.',
		endsRun: true,
	},
	{
		name: 'refused for points of the minute',
		when: { mnemonic: ['limit_exceeded'], says: /minute/i },
		message: 'The points of the {api} for this minute are used up',
		description:
			"There are points again {wait}. Raise 'Max Wait (Seconds)' in the options, or run fewer workflows at the same time.{said}",
		endsRun: true,
	},
	{
		name: 'refused for points',
		when: { mnemonic: ['limit_exceeded'] },
		message: 'The points of the {api} are used up',
		description:
			'There are points again {wait}. Ask for fewer and longer ranges, or have the limit raised in the tariff.{said}',
		endsRun: true,
	},
	{
		name: 'system entity',
		when: { mnemonic: ['forbidden'], method: /^delete\./ },
		message: 'This record cannot be deleted by {method}',
		description:
			'Records of the system (system tags, the campaign -1, integrated campaigns) cannot be deleted. If it is none of them, the user of the token lacks the right to delete: give it under user management in the cabinet.{said}',
	},
	{
		name: 'right missing',
		when: { mnemonic: ['forbidden'] },
		message: 'The user of the credential may not use {method}',
		description:
			'Give its role the right in the user management of the cabinet. Some methods are for agents only, others for their customers only: an agent names the user it acts for in the credential or in the options.{said}',
	},
	{
		name: 'component missing',
		when: { mnemonic: ['method_component_disabled', 'component_disabled'] },
		message: 'The account lacks the component that {method} needs',
		description:
			'It is an option of the tariff: switch it on in the cabinet or ask the manager of the account.{said}',
	},
	{
		name: 'component of a parameter missing',
		when: { mnemonic: ['parameter_component_disabled'] },
		message: "The account lacks the component that '{field}' needs",
		description:
			'Leave the field empty, or switch the option of the tariff on in the cabinet.{said}',
	},
	{
		name: 'agent without user',
		when: {
			mnemonic: ['required_parameter_missed', 'required_parameter_missing'],
			field: /^user_id$/,
		},
		message: 'An agent has to say for which user it asks',
		description:
			"Enter 'User ID' in the credential or 'Acting User ID' in the options of the node. 'User' → 'Get Many' lists the users of the customers.{said}",
		endsRun: true,
	},
	{
		name: 'agent with a foreign user',
		when: { mnemonic: ['invalid_parameter_value', 'entity_not_found'], field: /^user_id$/ },
		message: 'The account cannot act for this user{value}',
		description:
			"'User ID' in the credential and 'Acting User ID' in the options take the ID of a customer's user, not of the customer, and only for agents. 'User' → 'Get Many' lists them.{said}",
		endsRun: true,
	},
	{
		name: 'wrong type',
		when: { mnemonic: ['data_type_error'], hasField: true },
		message: "'{field}' has the wrong type{value}",
		description:
			'Numbers have to be numbers, lists have to be lists: check what the expression gives.{said}',
	},
	{
		name: 'required',
		when: { mnemonic: ['required_parameter_missed', 'required_parameter_missing'] },
		message: "'{field}' is missing",
		description: '{method} cannot do without it. Enter a value.{said}',
	},
	{
		name: 'range too long',
		when: { mnemonic: ['date_interval_limit_reached'] },
		message: 'The range of dates is longer than {method} allows',
		description: 'Choose a shorter range; most reports take three months at most.{said}',
	},
	{
		name: 'unknown field',
		when: { mnemonic: ['unexpected_parameters'], hasField: true },
		message: "{method} does not know '{field}'{value}",
		description:
			'Take it out of the fields, filters or sorting. The brands and tariffs differ a little in what they know.{said}',
	},
	{
		name: 'not sortable',
		when: { mnemonic: ['sort_prohibited'] },
		message: "{method} cannot sort by '{field}'{value}",
		description: 'Choose another field to sort by, or sort the items in a later node.{said}',
	},
	{
		name: 'not filterable',
		when: { mnemonic: ['filter_prohibited'] },
		message: "{method} cannot filter by '{field}'{value}",
		description: 'Choose another field, or filter the items in a later node.{said}',
	},
	{
		name: 'bad value',
		when: { mnemonic: ['invalid_parameter_value'] },
		message: "'{field}' has a value that {method} does not take{value}",
		description:
			'Check format and spelling: phone numbers are digits with the country code and without +, dates YYYY-MM-DD hh:mm:ss.{said}',
	},
	{
		name: 'combination',
		when: { mnemonic: ['invalid_parameters_combination'] },
		message: "'{field}' does not go together with the other values of {method}",
		description: 'Some fields are only allowed together, others exclude each other.{said}',
	},
	{
		name: 'duplicate',
		when: { mnemonic: ['duplicate_entity'] },
		message: 'There is such a record already{value}',
		description: 'Use the existing one, or give the new one another name or number.{said}',
	},
	{
		name: 'dependency',
		when: { mnemonic: ['dependency_error', 'already_in_use'] },
		message: 'The record is in use elsewhere{value}',
		description:
			'Take it out of what uses it first: a number out of its campaigns, a group out of scenarios.{said}',
	},
	{
		name: 'state of the record',
		when: { mnemonic: ['invalid_state'] },
		message: 'The state of the record does not allow {method} now{value}',
		description: 'Look at its present state in the cabinet.{said}',
	},
	{
		name: 'not found',
		when: { mnemonic: ['entity_not_found', 'tag_not_found'] },
		message: "'{field}' names no record of the account{value}",
		description: 'It may have been deleted, or belong to another account or customer.{said}',
	},
	{
		name: 'tariff',
		when: { mnemonic: ['tariff_restrictions', 'data_limit_exceeded'] },
		message: 'The tariff or a limit of the account does not allow this',
		description: 'Compare with the limits of the tariff in the cabinet.{said}',
	},
	{
		name: 'campaign inactive',
		when: { mnemonic: ['campaign_is_inactive'] },
		message: 'The campaign is not active{value}',
		description: 'Activate it, or choose another one.{said}',
	},
	{
		name: 'bad moment',
		when: { mnemonic: ['invalid_date_time'] },
		message: "'{field}' is a moment that cannot be used{value}",
		description:
			'Moments are in the zone of the account, not in the future, and not before the communication they belong to.{said}',
	},
	{
		name: 'method unknown',
		when: { mnemonic: ['method_not_found'] },
		message: "The {api} of {brand} does not know the method '{method}'",
		description:
			'Check its spelling; some methods exist at Comagic and UIS only, or on the other API.{said}',
	},
	{
		name: 'our own slip',
		when: {
			mnemonic: [
				'parse_error',
				'invalid_request',
				'batch_opreations_not_supported',
				'batch_operations_not_supported',
				'notifications_not_supported',
			],
		},
		message: 'The {api} could not read the request',
		description:
			'A proxy in between may change requests. Check the address in the credential.{said}',
	},
	{
		name: 'fault of the service',
		when: { mnemonic: ['internal_error'] },
		message: '{brand} stumbled over {method}',
		description: '[Try again {wait}; leave out fields to find one that it cannot handle.]{said}',
	},
	{
		name: 'named refusal of a field',
		when: { statusRange: [200, 428], hasField: true },
		message: "{brand} refused '{field}'{value}: {text}",
		description: 'Check the value of the field.',
	},
	{
		name: 'named refusal',
		when: { statusRange: [200, 428], named: true },
		message: '{brand} refused {method}: {text}',
		description: 'Check the values of the fields.',
	},
	{
		name: 'too many requests',
		when: { status: [429] },
		message: '{brand} asks for fewer requests',
		description: '[Try again {wait}.]',
		endsRun: true,
	},
	{
		name: 'no such address',
		when: { status: [404, 405] },
		message: "No {api} answers at '{host}'",
		description: 'Check the brand or the address in the credential.{said}',
		endsRun: true,
	},
	{
		name: 'not available',
		when: { statusRange: [500, 599] },
		message: '{brand} is not available at the moment (status {status})',
		description: 'The service is overloaded or under maintenance. [Try again {wait}.]{said}',
	},
	{
		name: 'refused with a status',
		when: { statusRange: [400, 499] },
		message: '{brand} refused the request with status {status}',
		description: 'Check the address in the credential and what stands between.{said}',
	},
	{
		name: 'refused with other words',
		when: { status: [200] },
		message: '{brand} refused {method}: {text}',
		description: 'Check the values of the fields.',
	},
	{
		name: 'unknown',
		when: {},
		message: "The request {method} to '{host}' did not succeed",
		description: 'Try again {wait}.{said}',
	},
];
