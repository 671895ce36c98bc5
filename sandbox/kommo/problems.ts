/** Error bodies of §3.3 and §2.1, thrown by handlers and turned into answers by the server. */
import type { Json } from './guards';

export interface FieldError {
	code: string;
	path: string;
	detail: string;
}

export interface RowError {
	request_id: string | number;
	errors: FieldError[];
}

const titles: Record<number, string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	402: 'Payment Required',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	409: 'Conflict',
	413: 'Payload Too Large',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Entity',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

const tooOften =
	'You have sent too many requests in a given amount of time. Please try again later.';

/** What the documentation shows as `detail` where a status has one only (§3.3). */
const usualDetails: Record<number, string> = {
	401: 'Invalid user name or password',
	402: 'Payment required',
	405: 'Method Not Allowed',
	429: tooOften,
	500: 'An unknown error occurred.',
};

/** An answer with `application/problem+json`. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		readonly detail: string,
		readonly extra: Json = {},
	) {
		super(detail);
	}

	body(): Json {
		return {
			...this.extra,
			title: titles[this.status] ?? 'Error',
			type: `https://httpstatus.es/${this.status}`,
			status: this.status,
			detail: this.detail,
		};
	}
}

/** 400 with one entry per offending element of the batch. */
export function validationProblem(rows: RowError[]): Problem {
	return new Problem(400, 'Request validation failed', { 'validation-errors': rows });
}

/** The problem a status usually comes with; `otherwise` where there is no such thing. */
export function usualProblem(status: number, otherwise = ''): Problem {
	return new Problem(status, usualDetails[status] ?? otherwise);
}

/** 429 with the seconds to wait (§2.1). */
export function tooManyRequests(retryAfter: number): Json {
	return { ...usualProblem(429).body(), retry_after: retryAfter };
}

export const emptyBody = (): Problem => new Problem(400, 'Request data can not be empty');
export const tooMany = (max: number): Problem => new Problem(422, `Limit ${max} per page`);
export const unauthorised = (): Problem => usualProblem(401);
export const forbidden = (): Problem => new Problem(403, 'Access denied');
export const methodNotAllowed = (): Problem => usualProblem(405);
export const cannot = (method: string, url: string): Problem =>
	new Problem(404, `Cannot ${method} ${url}`);

/** Errors of one element; `path` is dot notation inside it. */
export class ElementErrors {
	readonly errors: FieldError[] = [];

	add(code: string, path: string, detail: string): void {
		this.errors.push({ code, path, detail });
	}

	invalidType(path: string, type: string): void {
		this.add('InvalidType', path, `This value should be of type ${type}.`);
	}

	notSupported(path: string): void {
		this.add('NotSupportedChoice', path, 'The value you selected is not a valid choice.');
	}

	notExpected(path: string): void {
		this.add('FieldNotExpected', path, 'This field was not expected.');
	}

	missing(path: string): void {
		this.add('FieldMissing', path, 'This field is missing.');
	}

	blank(path: string): void {
		this.add('NotBlank', path, 'This value should not be blank.');
	}

	/** More values than the field holds; code not seen in any source. */
	tooMany(path: string, max: number): void {
		this.add('TooMany', path, `This collection should contain ${max} element or less.`);
	}
}
