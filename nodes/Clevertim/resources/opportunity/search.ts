import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({
	kind: 'opportunity',
	simplify: simplified,
	links: LINKS,
	model: 'opportunities',
});
