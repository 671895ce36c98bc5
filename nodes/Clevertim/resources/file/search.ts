import { metadataNotice } from '../../fields/files';
import { searchOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const search = searchOperation({
	kind: 'file',
	simplify: simplified,
	links: LINKS,
	notices: [metadataNotice],
});
