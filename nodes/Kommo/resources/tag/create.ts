import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import { entityTypeField } from '../../fields/entity';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { createOptionsOfWhole } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';

const color: KommoField = {
	prop: {
		displayName: 'Color',
		name: 'color',
		// eslint-disable-next-line n8n-nodes-base/node-param-color-type-unused -- the picker gives #, the API wants bare digits of its palette
		type: 'string',
		default: '',
		placeholder: 'e.g. EBEBEB',
		description: 'Only tags of leads have colors: six hex digits from the palette of the account',
		routing: { send: { type: 'body', property: 'color' } },
	},
	to: (value, row) => {
		const hex = shown(value).trim().replace(/^#/, '');
		if (hex === '') return undefined;
		if (row.parameter('entityType') !== 'leads') {
			row.warn("'Color' was left out: only tags of leads have one");
			return undefined;
		}
		if (/^[0-9a-f]{6}$/i.test(hex)) return hex.toUpperCase();
		throw new InvalidValue(`'Color' is not six hex digits: ${hex}`, 'Use a value such as EBEBEB.');
	},
};

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create tag',
		description: 'Create tags; a name that exists gives the tag that is there',
		routing: { request: { method: 'POST', url: '/api/v4/{entityType}/tags' } },
	},
	kind: 'write',
	// a name given twice is one tag, which the answer may show once
	batch: { max: 250, requestId: true, pairBy: ['name'] },
	root: '_embedded.tags',
	// §4.9; a tag has no address of its own to be read at
	answersWhole: true,
	noun: 'tag',
	fields: [
		entityTypeField({ path: 'entityType' }),
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. vip' }),
		additionalFields([color]),
		createOptionsOfWhole(),
	],
};
