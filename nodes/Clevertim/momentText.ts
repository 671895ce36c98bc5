import { isRecord } from '../shared/wire';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A task date (`{ y, mo, d, h, mi }`, fact sheet §6.5) as `2026-03-09` or `2026-03-09T14:30`, in
 * the account's local time; numbers may be texts. Null for anything else.
 */
export function momentText(value: unknown): string | null {
	if (!isRecord(value)) return null;
	const [y, mo, d, h, mi] = ['y', 'mo', 'd', 'h', 'mi'].map((key) => numberOf(value[key]));
	if (y === undefined || mo === undefined || d === undefined) return null;
	const day = `${String(y).padStart(4, '0')}-${two(mo)}-${two(d)}`;
	return h === undefined ? day : `${day}T${two(h)}:${two(mi ?? 0)}`;
}

function numberOf(value: unknown): number | undefined {
	if (value === null || value === undefined || value === '') return undefined;
	const number = Number(value);
	return Number.isInteger(number) ? number : undefined;
}
