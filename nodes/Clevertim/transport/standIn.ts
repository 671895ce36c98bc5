import { createHash } from 'node:crypto';

const BYTES = 9;

/** A short text that stands for another one, which cannot be read from it. */
export const standIn = (text: string): string =>
	createHash('sha256').update(text).digest().subarray(0, BYTES).toString('base64url');
