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

const values: KommoField[] = [...authorship, textField('Name', 'name', 'name')];

export const upsert: KommoOperation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update company',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: { request: { method: 'POST', url: '/api/v4/companies' } },
	},
	kind: 'upsert',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.companies',
	noun: 'company',
	fields: [
		...matchFields('companies', ['customField', 'email', 'id', 'name', 'phone'], 'upsert'),
		optionalText('Name', 'name', 'name', { description: 'Sent in both cases, unless empty' }),
		customFieldMapper('companies'),
		additionalFields([
			fieldMap('companies', { clears: true }),
			...values.filter(({ prop }) => prop.name !== 'name'),
			...tagsToAdd('getCompanyTags'),
		]),
		onlyWhen('missing', [
			fieldMap('companies', { clears: false }),
			...values,
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getCompanyTags',
				effect: '',
			}),
		]),
		onlyWhen('found', [
			fieldMap('companies', { clears: true }),
			...values,
			...tagChanges('getCompanyTags'),
		]),
		upsertOptions([fieldAliases, multiValueMode]),
	],
	check: refuseRepeatedFields,
	combine: combineBodies,
	note: 'Says `created`, `updated` or `unchanged` in `action`. Items of one run with the same key become one create and then updates. Additional Fields are sent in both cases; a new record also gets the value it was looked for by.',
};
