import { InvalidValue } from './invalidValue';
import type { RowProblem } from './operation';
import { requestIdOf } from './pairAnswers';
import type { Row } from './row';
import { ApiFailure, type WireRequest } from './wire';

/** Which rows of a batch a rejection names, by `request_id` or by place, and what it says of them. */
export function nameRows(rows: Row[], problems: RowProblem[]): Map<Row, string> {
	const byRequestId = new Map(rows.map((row) => [requestIdOf(row), row]));
	const texts = new Map<Row, string>();
	for (const problem of problems) {
		const byPlace = problem.index === null ? undefined : rows[problem.index];
		const row = byRequestId.get(problem.requestId ?? '') ?? byPlace;
		if (!row) continue;
		const before = texts.get(row);
		texts.set(row, before ? `${before}; ${problem.text}` : problem.text);
	}
	return texts;
}

/** The same refusal, told of one row; like invalid values it says which item that is. */
export function reworded(failure: ApiFailure, text: string, row: Row): ApiFailure {
	return new ApiFailure({
		message: `${text} [item ${row.itemIndex}]`,
		description: 'The account did not accept this value, and nothing of this item was written.',
		status: failure.status,
		body: failure.body,
		request: failure.request,
	});
}

/** A good row of a refused batch that may not be sent again. */
export function notResent(failure: ApiFailure): ApiFailure {
	return new ApiFailure({
		message: 'Not written, because another item of the same request was refused',
		description: `The request was refused as a whole: ${failure.message}. Mend that item, or set On Error to continue: the other items are then sent again without it.`,
		status: failure.status,
		body: failure.body,
		request: failure.request,
	});
}

/** A record that was to be changed and is not there. */
export function missing(noun: string, id: number | null): InvalidValue {
	return new InvalidValue(
		`The ${noun} with the ID ${id ?? '?'} was not found`,
		'It may have been deleted, belong to another account, or be hidden from this user.',
	);
}

/** Whether nobody knows if the row was written. */
export function isUncertain(error: unknown): boolean {
	return error instanceof ApiFailure && error.mayBeWritten;
}

/** A row that the answer to its batch leaves out: it was accepted, but nobody knows what became of it. */
export function unanswered(noun: string, request: WireRequest): ApiFailure {
	return new ApiFailure({
		message: `The answer has no row for this ${noun}`,
		description:
			'The request was accepted, but this item is missing from the answer: look in the account whether it was written before running it again.',
		status: null,
		request,
		// a repeated change does no harm, a repeated create would
		fateUnknown: request.method === 'POST',
		mayBeWritten: true,
	});
}
