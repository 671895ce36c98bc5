const listenersOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `listener` once when the signal is aborted; returns the function that ends this.
 * All share one listener per signal, because an execution has one cancel signal for all its
 * requests and Node warns of a leak from the eleventh listener on.
 */
export function onSharedAbort(signal: AbortSignal, listener: () => void): () => void {
	const listeners = listenersOf.get(signal) ?? new Set<() => void>();
	const callAll = () => {
		for (const each of [...listeners]) each();
	};
	if (!listenersOf.has(signal)) {
		listenersOf.set(signal, listeners);
		signal.addEventListener('abort', callAll, { once: true });
	}
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
	};
}
