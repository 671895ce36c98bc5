import type { Field, Operation, Resource, RowContext } from '../../shared/operation';
import type { ClevertimSession } from '../transport/session';

export type ClevertimField = Field<ClevertimSession>;
export type ClevertimOperation = Operation<ClevertimSession>;
export type ClevertimResource = Resource<ClevertimSession>;
export type ClevertimRow = RowContext<ClevertimSession>;

/** Makes a form's value what the API wants; undefined leaves it out. */
export type Transform = (value: unknown, row: ClevertimRow) => unknown;
