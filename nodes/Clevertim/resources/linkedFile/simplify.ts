import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(['id', 'name', 'sys', 'size', 'link', 'icon']);

/** A linked file points outside (fact sheet §6.10). */
export const LINKS: Code[] = [];
