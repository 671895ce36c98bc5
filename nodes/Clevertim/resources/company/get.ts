import { getOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const get = getOperation({ kind: 'company', simplify: simplified, links: LINKS });
