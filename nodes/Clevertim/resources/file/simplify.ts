import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat(['id', 'name', 'parentId']);

/** Links of a file (fact sheet §6.10). */
export const LINKS: Code[] = [{ name: 'Folder', value: 'parentId' }];
