import type { Field, Operation, Resource, RowContext } from '../../shared/operation';
import type { KommoSession } from '../transport/session';

export type KommoField = Field<KommoSession>;
export type KommoOperation = Operation<KommoSession>;
export type KommoResource = Resource<KommoSession>;
export type KommoRow = RowContext<KommoSession>;
