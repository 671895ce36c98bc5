import { getAllOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const getAll = getAllOperation({ kind: 'user', simplify: simplified, links: LINKS });
