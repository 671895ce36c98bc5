import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({
	kind: 'contact',
	simplify: simplified,
	links: LINKS,
	model: 'customers',
});
