import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({ kind: 'comment', simplify: simplified, links: LINKS });
