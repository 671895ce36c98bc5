import { customFieldMapper, refuseRepeatedFields } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { linkedCards } from '../../fields/links';
import { matchFields } from '../../fields/matchFields';
import { multiValueMode, roundPrice, upsertOptions } from '../../fields/options';
import { additionalFields, onlyWhen, optionalText, textField } from '../../fields/plain';
import { tagChanges, tagFields, tagsToAdd } from '../../fields/tags';
import { combineBodies } from '../../matching/newRecord';
import { leadFields } from './fields';

export const upsert: KommoOperation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update lead',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: { request: { method: 'POST', url: '/api/v4/leads' } },
	},
	kind: 'upsert',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.leads',
	noun: 'lead',
	fields: [
		...matchFields('leads', ['contact', 'customField', 'id', 'name'], 'upsert'),
		optionalText('Name', 'name', 'name', { description: 'Sent in both cases, unless empty' }),
		customFieldMapper('leads'),
		additionalFields([
			fieldMap('leads', { clears: true }),
			...leadFields('additionalFields', true),
			...tagsToAdd('getLeadTags'),
		]),
		onlyWhen('missing', [
			fieldMap('leads', { clears: false }),
			...leadFields('onlyWhenMissing', false),
			...linkedCards,
			textField('Name', 'name', 'name'),
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getLeadTags',
				effect: '',
			}),
		]),
		onlyWhen('found', [
			fieldMap('leads', { clears: true }),
			...leadFields('onlyWhenFound', true),
			textField('Name', 'name', 'name'),
			...tagChanges('getLeadTags'),
		]),
		upsertOptions([fieldAliases, multiValueMode, roundPrice]),
	],
	check: refuseRepeatedFields,
	combine: combineBodies,
	note: 'Says `created`, `updated` or `unchanged` in `action`. Items of one run with the same key become one create and then updates. Additional Fields are sent in both cases; a new lead is linked to the contact it was looked for by.',
};
