import type { IDataObject } from 'n8n-workflow';

import type { RowProblem } from '../../shared/operation';
import { shown } from '../../shared/shown';
import { isRecord, type ApiFailure } from '../../shared/wire';
import { describeValidation, fieldNamer, validationProblems } from './validationProblems';

/**
 * The rows a refused batch names (fact sheet §3.3, `validation-errors`), each with what is wrong
 * in the form's words. Null when the answer is not the refusal of a batch.
 * @param rows the rows as they were sent, to find the field behind a path
 */
export function rejectedRows(
	failure: ApiFailure,
	rows: IDataObject[],
	fieldNames: Map<number, string>,
): RowProblem[] | null {
	if (!refusesRows(failure)) return null;
	const nameOf = fieldNamer((key) => fieldNames.get(Number(key)) ?? String(key));
	return validationProblems(failure.body).map((problem) => {
		const place = rows.findIndex((row) => row.request_id === problem.requestId);
		// of a single row there is no need to say which
		const index = place >= 0 ? place : (problem.index ?? (rows.length === 1 ? 0 : null));
		const row = index === null ? undefined : rows[index];
		return {
			requestId: problem.requestId,
			index,
			text: describeValidation(problem, nameOf, row ?? null),
		};
	});
}

/**
 * 400; 422 where it says what is wrong with which row (fact sheet §8.1); for an id that does not
 * exist perhaps 404 (§8), which is also said of paths.
 */
function refusesRows({ status, body }: ApiFailure): boolean {
	if (status === 422) return validationProblems(body).length > 0;
	if (status !== 404) return status === 400;
	return isRecord(body) && !/^cannot /i.test(shown(body.detail));
}
