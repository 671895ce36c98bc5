/** Request bodies as the API reads them: form fields, bytes, or JSON whatever the content type says. */
import { queryPairs } from './queryString';

export interface ReadBody {
	body: unknown;
	isForm: boolean;
	/** Text that is none of these. */
	isBroken: boolean;
}

export function readBody(raw: unknown, contentType: string | undefined): ReadBody {
	if (Buffer.isBuffer(raw)) return { body: raw, isForm: false, isBroken: false };
	if (typeof raw !== 'string' || raw === '') {
		return { body: undefined, isForm: false, isBroken: false };
	}
	const body = parsed(raw);
	// curl calls everything a form unless told otherwise
	const isForm =
		contentType?.includes('application/x-www-form-urlencoded') && !(body instanceof Object);
	if (isForm) return { body: queryPairs(raw), isForm, isBroken: false };
	return { body: body ?? raw, isForm: false, isBroken: body === undefined };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
