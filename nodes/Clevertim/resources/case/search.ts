import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({
	kind: 'case',
	simplify: simplified,
	links: LINKS,
	model: 'cases',
});
