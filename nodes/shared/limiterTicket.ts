/** One caller's place in a limiter's queue, from asking until it starts, gives up or is refused. */
export class LimiterTicket {
	/** Resolves when the place is the first of the queue, or when the ticket is cancelled. */
	readonly called: Promise<void>;
	private readonly stopper = new AbortController();
	private resolveCalled: () => void = () => {};

	constructor(
		/** The caller's own ceiling, starts per second. */
		readonly perSecond: number,
		/** The caller does not want to start later than this, ms. */
		readonly deadline: number,
	) {
		this.called = new Promise((resolve) => {
			this.resolveCalled = resolve;
		});
	}

	/** Aborted when the caller gave up or was refused; the reason says which. */
	get signal(): AbortSignal {
		return this.stopper.signal;
	}

	call(): void {
		this.resolveCalled();
	}

	cancel(reason: unknown): void {
		this.stopper.abort(reason);
		this.resolveCalled();
	}
}
