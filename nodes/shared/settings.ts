import { InvalidValue } from './invalidValue';
import type { Operation, RunSettings, Session } from './operation';
import type { ParameterReader } from './readFields';
import { shown } from './shown';

const DEFAULT_BATCH_SIZE = 50;

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
	};
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
