import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({ kind: 'task', simplify: simplified, links: LINKS });
