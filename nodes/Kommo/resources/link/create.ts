import type { KommoOperation } from '../../fields/kommoField';
import { LINK_KEY } from '../../fields/linkPairs';
import { createOptionsOfWhole } from '../../fields/options';
import { checkLink } from './checkLink';
import { linkDetails, linkEnds } from './fields';

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create link',
		description: 'Link cards with each other or with list elements, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/{entityType}/link' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: false, pairBy: LINK_KEY },
	root: '_embedded.links',
	noun: 'link',
	fields: [...linkEnds, linkDetails, createOptionsOfWhole()],
	check: checkLink,
	answersWhole: true,
	note: 'A contact and a lead are linked from the side of the lead, whichever of them is given first: only that is documented. A lead or a contact has one company: another one may take its place or be refused.',
};
