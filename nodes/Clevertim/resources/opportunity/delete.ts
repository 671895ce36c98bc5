import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation('opportunity');
