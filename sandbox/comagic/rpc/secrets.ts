/** What the log does not keep: all but the last four characters. */
import { isRecord } from '../../kommo/guards';

const SECRET = new Set(['access_token', 'session_key', 'password', 'operator_password']);

export function masked(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(masked);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			key,
			SECRET.has(key) && typeof entry === 'string' ? `…${entry.slice(-4)}` : masked(entry),
		]),
	);
}

export function maskedText(values: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).map(([key, text]) => [
			key,
			SECRET.has(key) || key === 'authorization' ? `…${text.slice(-4)}` : text,
		]),
	);
}
