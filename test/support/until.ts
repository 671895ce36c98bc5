interface Patience {
	/** Generous: it only decides when a test that waits in vain gives up, ms. */
	giveUpAfterMs?: number;
	lookEveryMs?: number;
}

/**
 * Waits until something is so, however slow the machine is.
 * @throws Error when it does not come true
 */
export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	{ giveUpAfterMs = 25_000, lookEveryMs = 5 }: Patience = {},
): Promise<void> {
	const began = performance.now();
	while (!(await isSo())) {
		if (performance.now() - began > giveUpAfterMs) throw new Error(`In vain: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
	}
}
