import { getOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const get = getOperation({ kind: 'customfield', simplify: simplified, links: LINKS });
