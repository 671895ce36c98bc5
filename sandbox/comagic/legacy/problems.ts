/** Refusals of the Session API: HTTP 200 with a message (§A.1). Only the texts are certain. */

export class LegacyError extends Error {}

export const unauthorized = (): LegacyError => new LegacyError('102401:Unauthorized');
export const wrongLogin = (): LegacyError => new LegacyError('101401:Wrong login or password');
export const accessDenied = (): LegacyError => new LegacyError('102403:Access denied');
export const notAcceptable = (): LegacyError => new LegacyError('111406:Not Acceptable');
export const noSuchResource = (): LegacyError => new LegacyError('111404:Not Found');
export const missingParameter = (name: string): LegacyError =>
	new LegacyError(`111400:Missing required parameter ${name}`);
export const wrongParameter = (name: string): LegacyError =>
	new LegacyError(`111400:Invalid value of parameter ${name}`);
export const notFound = (name: string): LegacyError => new LegacyError(`111404:${name} not found`);
