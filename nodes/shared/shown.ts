/** A value as it may stand in a message or a label: text as it is, objects as JSON. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : `${value as number | boolean}`;
}
