/** Numbers that look random and are the same for the same place: nothing is kept, nothing drawn. */

/** Integer hash of a place and a purpose, 0 … 2³²-1. */
export function hash(place: number, purpose: number): number {
	let h = Math.imul(place ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(purpose + 0x165667b1, 0xc2b2ae35);
	h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
	h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
	return (h ^ (h >>> 15)) >>> 0;
}

/** 0 up to, not including, 1. */
export const chance = (place: number, purpose: number): number =>
	hash(place, purpose) / 4_294_967_296;

/** Whole number from `from` to `to`, both included. */
export const between = (place: number, purpose: number, from: number, to: number): number =>
	from + (hash(place, purpose) % (to - from + 1));

export function pick<T>(list: readonly [T, ...T[]], place: number, purpose: number): T {
	return list[hash(place, purpose) % list.length] ?? list[0];
}

/** 32 hexadecimal characters. */
export const hexName = (place: number, purpose: number): string =>
	[1, 2, 3, 4]
		.map((part) =>
			hash(place, purpose * 8 + part)
				.toString(16)
				.padStart(8, '0'),
		)
		.join('');
