import { getOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const get = getOperation({ kind: 'comment', simplify: simplified, links: LINKS });
