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
	if (contentType?.includes('application/x-www-form-urlencoded')) {
		return { body: queryPairs(raw), isForm: true, isBroken: false };
	}
	try {
		const body: unknown = JSON.parse(raw);
		return { body, isForm: false, isBroken: false };
	} catch {
		return { body: raw, isForm: false, isBroken: true };
	}
}
