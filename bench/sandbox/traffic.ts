import type { LoggedRequest } from '../../sandbox/kommo';

type Arrival = Pick<LoggedRequest, 'at'>;

/** The most requests that arrived within any 1000 ms, as the API counts them. */
export function busiestSecond(requests: readonly Arrival[]): number {
	const times = requests.map(({ at }) => at).sort((a, b) => a - b);
	let most = 0;
	let first = 0;
	for (const [index, at] of times.entries()) {
		while (at - (times[first] ?? at) >= 1000) first += 1;
		most = Math.max(most, index - first + 1);
	}
	return most;
}

/** `4 writes + 1 read`; the largest number of reads of one kind when there are several. */
export function countText(requests: ReadonlyArray<Pick<LoggedRequest, 'method' | 'path'>>): string {
	const reads = requests.filter(({ method }) => method === 'GET');
	const kinds = new Set(reads.map(({ path }) => path));
	const writes = requests.length - reads.length;
	const parts = [writes > 0 ? counted(writes, 'write') : '', counted(reads.length, 'read')];
	const text = parts.filter((part) => part !== '').join(' + ');
	return kinds.size > 1 && reads.length > kinds.size ? `${text} of ${kinds.size} kinds` : text;
}

function counted(count: number, word: string): string {
	if (count === 0) return '';
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}

export function refused(requests: ReadonlyArray<Pick<LoggedRequest, 'status'>>): number {
	return requests.filter(({ status }) => status === 429).length;
}

/** Seconds that `count` requests need at least when 7 start in every second. */
export function leastSeconds(count: number, perSecond = 7): number {
	return Math.floor((count - 1) / perSecond);
}
