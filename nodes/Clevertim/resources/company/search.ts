import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({
	kind: 'company',
	simplify: simplified,
	links: LINKS,
	model: 'companies',
});
