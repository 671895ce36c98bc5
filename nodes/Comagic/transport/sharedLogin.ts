/**
 * A key that a log-in gives: asked for on demand, once for all concurrent requests, renewed once
 * when it is refused, ended when the run is over.
 */
export class SharedLogin {
	private key: Promise<string> | null = null;
	private isClosed = false;

	constructor(
		private readonly open: () => Promise<string>,
		private readonly end: (key: string) => Promise<void>,
	) {}

	/** The key in use; logs in when there is none. Rejects as `open` does. */
	async current(): Promise<string> {
		if (this.isClosed) throw new Error('The session was closed already');
		const asked = this.key ?? this.open();
		this.key = asked;
		try {
			return await asked;
		} catch (error) {
			// the next request tries again: a refused log-in is not kept
			if (this.key === asked) this.key = null;
			throw error;
		}
	}

	/** A key after `refused`; whoever comes second gets the one the first has opened. */
	async renewed(refused: string): Promise<string> {
		const known = this.key;
		if (known && (await known.catch(() => null)) === refused && this.key === known) {
			this.key = null;
		}
		return await this.current();
	}

	/** Ends what was opened. Never rejects. */
	async close(): Promise<void> {
		this.isClosed = true;
		const key = await this.key?.catch(() => null);
		this.key = null;
		if (key === null || key === undefined) return;
		await this.end(key).catch(() => undefined);
	}
}
