import type { Code } from '../../codes';
import { flat } from '../../fields/simplify';

export const simplified = flat([
	'id',
	'name',
	'fullname',
	'elemType',
	'modelType',
	'values',
	'multiple',
]);

/** A custom field points to nothing (fact sheet §6.8). */
export const LINKS: Code[] = [];
