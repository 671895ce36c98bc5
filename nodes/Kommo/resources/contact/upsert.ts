import { customFieldMapper, refuseRepeatedFields } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { matchFields } from '../../fields/matchFields';
import { multiValueMode, upsertOptions } from '../../fields/options';
import {
	additionalFields,
	authorship,
	onlyWhen,
	optionalText,
	textField,
} from '../../fields/plain';
import { tagChanges, tagFields, tagsToAdd } from '../../fields/tags';
import { combineBodies } from '../../matching/newRecord';

const values: KommoField[] = [
	...authorship,
	textField('First Name', 'firstName', 'first_name'),
	textField('Last Name', 'lastName', 'last_name'),
	textField('Name', 'name', 'name'),
];

export const upsert: KommoOperation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update contact',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: { request: { method: 'POST', url: '/api/v4/contacts' } },
	},
	kind: 'upsert',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.contacts',
	noun: 'contact',
	fields: [
		...matchFields('contacts', ['customField', 'email', 'id', 'name', 'phone'], 'upsert'),
		optionalText('Name', 'name', 'name', { description: 'Sent in both cases, unless empty' }),
		customFieldMapper('contacts'),
		additionalFields([
			fieldMap('contacts', { clears: true }),
			...values.filter(({ prop }) => prop.name !== 'name'),
			...tagsToAdd('getContactTags'),
		]),
		onlyWhen('missing', [
			fieldMap('contacts', { clears: false }),
			...values,
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getContactTags',
				effect: '',
			}),
		]),
		onlyWhen('found', [
			fieldMap('contacts', { clears: true }),
			...values,
			...tagChanges('getContactTags'),
		]),
		upsertOptions([fieldAliases, multiValueMode]),
	],
	check: refuseRepeatedFields,
	combine: combineBodies,
	note: 'Says `created`, `updated` or `unchanged` in `action`. Items of one run with the same key become one create and then updates. Additional Fields are sent in both cases; a new record also gets the value it was looked for by.',
};
