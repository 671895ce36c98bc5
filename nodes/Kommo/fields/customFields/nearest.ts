const LONGEST_COMPARED = 64;

/**
 * The names most like `text`, best first, for messages such as "Options like it: …".
 * A name that begins with or contains the text (or the other way round) goes before one that is
 * merely spelt alike; case and outer spaces do not count. Equal names appear once.
 */
export function nearest(text: string, names: readonly string[], max = 3): string[] {
	const wanted = comparable(text);
	return [...new Set(names)]
		.map((name) => ({ name, score: unlikeness(wanted, comparable(name)) }))
		.sort((a, b) => a.score - b.score)
		.slice(0, max)
		.map(({ name }) => name);
}

/** Names in double quotes for a message: `"Ads", "Referral"`. */
export function quoted(names: readonly string[]): string {
	return names.map((name) => `"${name}"`).join(', ');
}

function comparable(text: string): string {
	return text.trim().toLowerCase().slice(0, LONGEST_COMPARED);
}

/** 0 for equal texts, below 0.5 when one holds the other, else growing with the edit distance. */
function unlikeness(a: string, b: string): number {
	if (a === b) return 0;
	const longest = Math.max(a.length, b.length);
	const shortest = Math.min(a.length, b.length);
	const gap = (longest - shortest) / longest;
	if (shortest > 0) {
		if (a.startsWith(b) || b.startsWith(a)) return gap * 0.25;
		if (a.includes(b) || b.includes(a)) return 0.25 + gap * 0.25;
	}
	return editDistance(a, b) / longest;
}

/** Levenshtein distance; two neighbouring letters swapped count as one edit. */
function editDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let best = Math.min(
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last[j - 1] ?? 0) + (same ? 0 : 1),
			);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
			row.push(best);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
