import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation('customfield', '; its values in all records are lost');
