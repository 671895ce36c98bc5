import type { IDataObject } from 'n8n-workflow';

import type { RowProblem, Session } from '../../../nodes/shared/operation';
import { at, type WireAnswer, type WireRequest } from '../../../nodes/shared/wire';

type Answer = (request: WireRequest) => unknown;

/** A service that answers what the test says; `next` of an answer is the number of the next page. */
export class StubSession implements Session {
	readonly requests: WireRequest[] = [];
	/** Signals given with the requests. */
	readonly signals: Array<AbortSignal | undefined> = [];
	readonly pageSize = 250;
	headers: IDataObject = {};
	atOnce = 4;
	private open = 0;
	private most = 0;

	constructor(private readonly answer: Answer) {}

	/** How many requests were under way together at most. */
	get mostAtOnce(): number {
		return this.most;
	}

	async send(request: WireRequest, signal?: AbortSignal): Promise<WireAnswer> {
		this.requests.push(request);
		this.signals.push(signal);
		this.open += 1;
		this.most = Math.max(this.most, this.open);
		await new Promise((resolve) => setImmediate(resolve));
		this.open -= 1;
		return { status: 200, body: this.answer(request), headers: this.headers };
	}

	inFlight(): number {
		return this.atOnce;
	}

	rowProblems(): RowProblem[] | null {
		return null;
	}

	nextPage(answer: WireAnswer, request: WireRequest): WireRequest | null {
		const page = at(answer.body, 'next');
		if (typeof page !== 'number') return null;
		return { ...request, query: { ...request.query, page } };
	}
}

/** Pages of `size` records with the ids 1 to `count`. */
export const pagesOf =
	(count: number, size: number): Answer =>
	({ query }) => {
		const page = Number(query?.page ?? 1);
		const first = (page - 1) * size + 1;
		const length = Math.max(0, Math.min(size, count - first + 1));
		const list = Array.from({ length }, (_, index) => ({ id: first + index }));
		return { list, ...(first + size <= count ? { next: page + 1 } : {}) };
	};
