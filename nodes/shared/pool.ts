/**
 * Runs tasks with at most `limit()` under way, in order of the list. Once `stop()` is true no new
 * task starts; those under way are awaited. Tasks must not reject.
 */
export async function runPool(
	tasks: Array<() => Promise<void>>,
	limit: () => number,
	stop: () => boolean,
): Promise<void> {
	const running = new Set<Promise<void>>();
	const queue = [...tasks];
	while (queue.length > 0 && !stop()) {
		if (running.size >= limit()) {
			await Promise.race(running);
			continue;
		}
		const task = queue.shift();
		if (!task) break;
		const run: Promise<void> = task().finally(() => running.delete(run));
		running.add(run);
	}
	await Promise.all(running);
}
