/** True for a plain JSON object: neither null, nor an array, nor a Date or another class. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	// the tag, not the prototype: objects made by n8n's expression sandbox have a foreign one
	return (
		Object.prototype.toString.call(value) === '[object Object]' && !('isLuxonDateTime' in value)
	);
}
