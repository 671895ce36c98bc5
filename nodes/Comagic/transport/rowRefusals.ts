import type { RowProblem } from '../../shared/operation';
import type { ApiFailure } from '../../shared/wire';
import { ComagicFailure } from './apiFailure';

/** Refusals of what rows hold, as opposed to rights, points or the connection (fact sheet §B.6). */
const ABOUT_VALUES = new Set([
	'already_in_use',
	'campaign_is_inactive',
	'data_type_error',
	'dependency_error',
	'duplicate_entity',
	'entity_not_found',
	'error',
	'invalid_date_time',
	'invalid_parameter_value',
	'invalid_parameters_combination',
	'required_parameter_missed',
	'unexpected_parameters',
]);

/**
 * Uploads are refused as a whole, and the refusal does not say which row is meant: an empty list
 * makes the engine look for it by halves. Null where the rows are not the matter.
 */
export function refusedRows(failure: ApiFailure, rows: number): RowProblem[] | null {
	const isAboutValues =
		failure instanceof ComagicFailure && ABOUT_VALUES.has(failure.mnemonic ?? '');
	return rows > 1 && isAboutValues ? [] : null;
}
