import { customFieldMapper, refuseRepeatedFields } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { linkedCards } from '../../fields/links';
import { linkedElements } from '../../fields/linkTo';
import { createOptions, roundPrice } from '../../fields/options';
import { additionalFields, optionalText } from '../../fields/plain';
import { tagFields } from '../../fields/tags';
import { trafficSource } from '../../fields/tracking';
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
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.leads',
	noun: 'lead',
	fields: [
		optionalText('Name', 'name', 'name', {
			placeholder: 'e.g. Roof repair',
			description: 'What the lead is about; the account names it by its number when empty',
		}),
		customFieldMapper('leads'),
		trafficSource,
		additionalFields([
			fieldMap('leads', { clears: false }),
			...leadFields('additionalFields', false),
			linkedElements('leads'),
			...linkedCards,
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getLeadTags',
				effect: '',
			}),
		]),
		createOptions([fieldAliases, roundPrice]),
	],
	check: refuseRepeatedFields,
};
