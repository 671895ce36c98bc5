/** Codes and texts of the JSON-RPC errors (§B.6, §C.4). */
import { textOf } from '../textOf';

export interface ErrorDetails {
	field?: string;
	value?: unknown;
	params?: Record<string, unknown>;
	/** Where one mnemonic has several codes. */
	code?: number;
	message?: string;
}

/** Thrown by handlers; the envelope makes the answer of it. */
export class RpcError extends Error {
	constructor(
		readonly mnemonic: string,
		readonly details: ErrorDetails = {},
	) {
		super(details.message ?? wording(mnemonic, details.params));
	}

	get code(): number {
		return this.details.code ?? CODES[this.mnemonic] ?? -32602;
	}
}

/** Everything that is not -32602. */
const CODES: Readonly<Record<string, number>> = {
	parse_error: -32700,
	invalid_request: -32600,
	method_not_found: -32601,
	internal_error: -32603,
	access_token_expired: -32001,
	access_token_blocked: -32001,
	access_token_invalid: -32001,
	auth_error: -32001,
	contact_in_blacklist: -32002,
	ip_not_whitelisted: -32003,
	forbidden: -32003,
	invalid_state: -32004,
	virtual_phone_number_not_found: -32007,
	method_component_disabled: -32008,
	parameter_component_disabled: -32008,
	component_disabled: -32008,
	account_inactive: -32009,
	limit_exceeded: -32029,
	batch_opreations_not_supported: -32099,
	batch_operations_not_supported: -32099,
	notifications_not_supported: -32099,
};

const TEXTS: Readonly<Record<string, string>> = {
	parse_error: 'Parse error',
	invalid_request: 'Invalid request',
	method_not_found: 'The method does not exist / is not available',
	internal_error: 'Internal error',
	access_token_expired: 'Access token has been expired',
	access_token_blocked: 'Access token has been blocked',
	access_token_invalid: 'Access token is invalid',
	auth_error: 'Login or password is wrong',
	ip_not_whitelisted: 'Your IP {ip} is not whitelisted',
	forbidden: 'Permission denied',
	method_component_disabled: 'Component of the method is disabled',
	parameter_component_disabled: 'Component of the parameter is disabled',
	component_disabled: 'Component is disabled',
	account_inactive: 'Account is inactive',
	limit_exceeded:
		'Limit per {limit_type} has been exceeded. Value of current limit per {limit_type} is {limit_max_value}',
	batch_opreations_not_supported: 'Batch operations are not supported',
	batch_operations_not_supported: 'Batch operations are not supported',
	notifications_not_supported: 'Notifications are not supported',
	required_parameter_missed: 'The required parameter has been missed',
	invalid_parameter_value: 'Invalid parameter value',
	unexpected_parameters: 'Unexpected method parameter(s)',
	data_type_error: 'Data supplied is of wrong type',
	invalid_parameters_combination: 'Invalid parameters combination',
	entity_not_found: 'Entity not found',
	duplicate_entity: 'Duplicate entity',
	dependency_error: 'You have interdependet entities',
	sort_prohibited: 'Sort by parameter is prohibited',
	filter_prohibited: 'Filter by parameter is prohibited',
	date_interval_limit_reached: 'Max value of requested date interval is {interval}',
};

function wording(mnemonic: string, params: Record<string, unknown> = {}): string {
	const words = mnemonic.replaceAll('_', ' ');
	const text = TEXTS[mnemonic] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => textOf(params[name] ?? whole));
}

/** Errors whose answers carry no points (§B.3). */
const WITHOUT_POINTS = new Set([
	'parse_error',
	'invalid_request',
	'method_not_found',
	'access_token_expired',
	'access_token_blocked',
	'access_token_invalid',
	'auth_error',
	'ip_not_whitelisted',
	'batch_opreations_not_supported',
	'batch_operations_not_supported',
	'notifications_not_supported',
]);

export const carriesPoints = (mnemonic: string): boolean => !WITHOUT_POINTS.has(mnemonic);

export const missing = (field: string): RpcError =>
	new RpcError('required_parameter_missed', { field, value: null });

export const invalid = (field: string, value: unknown): RpcError =>
	new RpcError('invalid_parameter_value', { field, value });

export const notFound = (field: string, value: unknown): RpcError =>
	new RpcError('entity_not_found', { field, value });
