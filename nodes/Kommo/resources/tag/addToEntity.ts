import { requireTags } from '../../fields/checks';
import { entityField, entityTypeField } from '../../fields/entity';
import type { KommoOperation } from '../../fields/kommoField';
import { updateOptions } from '../../fields/options';
import { tagFields } from '../../fields/tags';

export const addToEntity: KommoOperation = {
	option: {
		name: 'Add to Entity',
		value: 'addToEntity',
		action: 'Add tags to entity',
		description: 'Give tags to cards; the other tags stay',
		routing: { request: { method: 'PATCH', url: '/api/v4/{entityType}' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.*',
	noun: 'card',
	fields: [
		entityTypeField({ path: 'entityType' }),
		entityField({ property: 'id' }),
		...tagFields({
			label: 'Tag',
			name: 'tags',
			target: 'tags_to_add',
			loadOptionsMethod: 'getTags',
			loadOptionsDependsOn: ['entityType'],
			effect: 'The other tags stay.',
		}),
		updateOptions(),
	],
	check: (body) => requireTags(body.tags_to_add),
};
