/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	if (sorted.length % 2 === 1) return upper;
	return ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** `median (smallest–largest)`, rounded to `digits` after the point; one value stands alone. */
export function spread(values: readonly number[], digits = 0): string {
	const text = (value: number) => value.toFixed(digits);
	if (values.length < 2) return text(median(values));
	return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}

/** Each value divided by the one of the same repetition, so that a slow moment slows down both. */
export function ratios(values: readonly number[], base: readonly number[]): number[] {
	return values.slice(0, base.length).map((value, index) => value / (base[index] ?? NaN));
}

/** `×0.47 (0.45–0.50)`. */
export function ratioText(values: readonly number[], base: readonly number[]): string {
	return `×${spread(ratios(values, base), 2)}`;
}
