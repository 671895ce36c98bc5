/** `__proto__` is the one name that an assignment does not store. */
export function safeName(name: string): string {
	return name === '__proto__' ? '[__proto__]' : name;
}
