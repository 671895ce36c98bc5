import { InvalidValue } from './invalidValue';
import type { MatchLimits } from './matchKey';
import type { OnSeveral, Operation, RunSettings, Session } from './operation';
import type { ParameterReader } from './readFields';
import { shown } from './shown';

const DEFAULT_BATCH_SIZE = 50;
/** Candidates of one key: four pages. */
const DEFAULT_CANDIDATES = 1000;
/** Pages of a whole collection: 10,000 records at 250 a page. */
const DEFAULT_PAGES = 40;
const ON_SEVERAL: OnSeveral[] = ['firstCreated', 'lastUpdated', 'all', 'stop'];

/** What is set once for the node, whatever the items say. */
export function readSettings<S extends Session>(
	reader: ParameterReader,
	operation: Operation<S>,
): RunSettings {
	const option = (name: string) => reader.read(`options.${name}`, 0);
	return {
		batchSize: batchSize(option('batchSize'), operation),
		resendAfterRejection: option('resendAfterRejection') !== false,
		validateOnly: option('validateOnly') === true,
		fullEntity: option('return') === 'entity',
		match: matchLimits(option),
		onSeveral: ON_SEVERAL.find((choice) => choice === option('onSeveral')) ?? 'firstCreated',
	};
}

function matchLimits(option: (name: string) => unknown): MatchLimits {
	const maxPages = positive(option('maxPages'), 'Max Pages', DEFAULT_PAGES);
	return {
		maxCandidates: positive(option('maxCandidates'), 'Max Candidates', DEFAULT_CANDIDATES),
		maxPages: option('matchAgainstAll') === true ? maxPages : null,
	};
}

function positive(value: unknown, label: string, fallback: number): number {
	if (value === null) return fallback;
	const number = Number(value);
	if (Number.isInteger(number) && number >= 1) return number;
	throw new InvalidValue(
		`'${label}' is not a whole number above 0: ${shown(value)}`,
		'Enter digits.',
	);
}

function batchSize<S extends Session>(value: unknown, operation: Operation<S>): number | null {
	if (!operation.batch) return null;
	const { max } = operation.batch;
	if (value === null) return Math.min(DEFAULT_BATCH_SIZE, max);
	const size = Number(value);
	if (Number.isInteger(size) && size >= 1 && size <= max) return size;
	throw new InvalidValue(
		`'Batch Size' is not a whole number from 1 to ${max}: ${shown(value)}`,
		`The API takes at most ${max} rows in one request; ${DEFAULT_BATCH_SIZE} is what the vendor recommends.`,
	);
}
