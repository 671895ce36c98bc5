import type { Session } from './operation';
import type { QueryValue, WireAnswer, WireRequest } from './wire';

/** Pages read one after the other before any is asked for ahead of its link. */
const PAGES_BEFORE_GUESSING = 4;

/**
 * Pages asked for before the links to them are known: the page number of the next link is counted
 * on, a few pages at most, the more the longer the collection has turned out to be.
 */
export class PagesAhead {
	private readonly pages: Array<{ request: WireRequest; answer: Promise<WireAnswer> }> = [];
	private controller = new AbortController();

	constructor(private readonly session: Session) {}

	/** The answer that is under way for this page, or null when another page was guessed. */
	take(request: WireRequest): Promise<WireAnswer> | null {
		const guess = this.pages.shift();
		if (!guess) return null;
		if (samePage(guess.request, request)) return guess.answer;
		this.drop();
		return null;
	}

	/**
	 * @param next the page after those that are done
	 * @param left how many pages are wanted, `next` among them
	 */
	ask(next: WireRequest, pagesDone: number, left: number): void {
		if (pagesDone < PAGES_BEFORE_GUESSING) return;
		const most = Math.min(this.session.inFlight(), Math.floor(pagesDone / 2), left);
		let last = this.pages.at(-1)?.request ?? null;
		while (this.pages.length < most) {
			const request: WireRequest | null = last ? pageAfter(last) : next;
			if (!request) return;
			const answer = this.session.send(request, this.controller.signal);
			// whoever reads the page sees the failure; a page nobody reads must not end the process
			answer.catch(() => undefined);
			this.pages.push({ request, answer });
			last = request;
		}
	}

	/** Nobody reads these pages: those that wait for their turn are not asked for any more. */
	drop(): void {
		this.pages.length = 0;
		this.controller.abort();
		this.controller = new AbortController();
	}
}

/** Whether two requests are for the same page. */
export function samePage(a: WireRequest, b: WireRequest): boolean {
	return a.path === b.path && sameQuery(a.query ?? {}, b.query ?? {});
}

function sameQuery(a: Record<string, QueryValue>, b: Record<string, QueryValue>): boolean {
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].every((key) => String(a[key]) === String(b[key]));
}

function pageAfter(request: WireRequest): WireRequest | null {
	const page = Number(request.query?.page);
	if (!Number.isInteger(page)) return null;
	return { ...request, query: { ...request.query, page: page + 1 } };
}
