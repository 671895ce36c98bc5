import { metadataNotice } from '../../fields/files';
import { getOperation } from '../../fields/operations';
import { simplified, LINKS } from './simplify';

export const get = getOperation({
	kind: 'linkedfile',
	simplify: simplified,
	links: LINKS,
	notices: [metadataNotice],
});
