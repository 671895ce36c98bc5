/** Messages and numbers that calls are made with (§C.1, §C.2). */
import { textOf } from '../textOf';
import { isRecord } from '../../kommo/guards';
import { invalid, RpcError } from '../rpc/errors';
import type { CallApiCall } from './call';

/** Characters of a text to be spoken; the real limit is not documented. */
const LONGEST_TEXT = 1000;

/** @throws media_file_not_found, tts_text_exceeded */
export function checkMessage({ params, store }: CallApiCall, field: string): void {
	const message = params[field];
	if (!isRecord(message)) return;
	const { type, value } = message;
	if (type === 'media' && !store.get('mediaFiles', value)) {
		throw new RpcError('media_file_not_found', { field, value });
	}
	if (type === 'tts' && String(value).length > LONGEST_TEXT) {
		throw new RpcError('tts_text_exceeded', { field, value });
	}
}

/** E.164 digits without "+". */
export function checkPhone(value: unknown, field: string): string {
	if (typeof value === 'string' && /^[1-9]\d{9,14}$/.test(value)) return value;
	throw invalid(field, value);
}

/** A phone, an extension or a SIP number. */
export function checkNumber(value: unknown, field: string): string {
	if (typeof value === 'string' && /^\d{2,15}$/.test(value)) return value;
	throw invalid(field, value);
}

export function checkDtmf(value: unknown, pattern: RegExp): void {
	if (value === undefined || value === null) return;
	if (!pattern.test(textOf(value))) throw invalid('dtmf_string', value);
}
