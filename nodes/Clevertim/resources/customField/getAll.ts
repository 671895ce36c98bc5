import { getAllOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const getAll = getAllOperation({ kind: 'customfield', simplify: simplified, links: LINKS });
