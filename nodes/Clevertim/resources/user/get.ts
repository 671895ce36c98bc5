import { getOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const get = getOperation({ kind: 'user', simplify: simplified, links: LINKS });
