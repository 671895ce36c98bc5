import type { Field, Operation, Resource, RowContext } from '../../shared/operation';
import type { ComagicSession } from '../transport/session';

export type ComagicField = Field<ComagicSession>;
export type ComagicOperation = Operation<ComagicSession>;
export type ComagicResource = Resource<ComagicSession>;
export type ComagicRow = RowContext<ComagicSession>;

/** Makes a form's value what the API wants; undefined leaves it out. */
export type Transform = (value: unknown, row: ComagicRow) => unknown;
