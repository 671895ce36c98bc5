import { getAllOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const getAll = getAllOperation({ kind: 'group', simplify: simplified, links: LINKS });
