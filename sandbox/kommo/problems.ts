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
	422: 'Unprocessable Entity',
	429: 'Too Many Requests',
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

export const emptyBody = (): Problem => new Problem(400, 'Request data can not be empty');
export const tooMany = (max: number): Problem => new Problem(422, `Limit ${max} per page`);
export const unauthorised = (): Problem => new Problem(401, 'Invalid user name or password');
export const forbidden = (): Problem => new Problem(403, 'Access denied');
export const methodNotAllowed = (): Problem => new Problem(405, 'Method Not Allowed');
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
