import { customFieldMapper } from '../../fields/customFieldValues';
import type { KommoOperation } from '../../fields/kommoField';
import { createOptions, roundPrice } from '../../fields/options';
import { additionalFields, optionalText } from '../../fields/plain';
import { tagFields } from '../../fields/tags';
import { leadFields } from './fields';

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create lead',
		description: 'Create leads, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/leads' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.leads',
	noun: 'lead',
	fields: [
		optionalText('Name', 'name', 'name', {
			placeholder: 'e.g. Roof repair',
			description: 'What the lead is about; the account names it by its number when empty',
		}),
		customFieldMapper('leads', 'add'),
		additionalFields([
			...leadFields('additionalFields', false),
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getLeadTags',
				effect: '',
			}),
		]),
		createOptions([roundPrice]),
	],
};
