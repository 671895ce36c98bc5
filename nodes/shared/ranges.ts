/** Writes a list of numbers as ranges: `0–49, 52`. */
export function ranges(numbers: number[]): string {
	const parts: Array<[number, number]> = [];
	for (const value of [...numbers].sort((a, b) => a - b)) {
		const last = parts.at(-1);
		if (last && value === last[1] + 1) last[1] = value;
		else parts.push([value, value]);
	}
	return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
