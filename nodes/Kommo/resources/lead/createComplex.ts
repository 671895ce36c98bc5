import { customFieldMapper } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { companyLocator, contactLocator } from '../../fields/locators';
import { createOptions, roundPrice } from '../../fields/options';
import { additionalFields, optionalText, textField } from '../../fields/plain';
import { tagFields } from '../../fields/tags';
import { trafficSource } from '../../fields/tracking';
import { checkComplex, contactPoints } from './complex/check';
import { incomingLead } from './complex/incoming';
import { partFields, type Part } from './complex/part';
import { leadFields } from './fields';

const contact: Part = {
	name: 'contact',
	label: 'Contact',
	entityType: 'contacts',
	tags: 'getContactTags',
	locator: contactLocator,
	more: (path) => [
		textField('First Name', 'firstName', `${path}.first_name`),
		textField('Last Name', 'lastName', `${path}.last_name`),
	],
};

const company: Part = {
	name: 'company',
	label: 'Company',
	entityType: 'companies',
	tags: 'getCompanyTags',
	locator: companyLocator,
	more: () => [],
};

/** Rows in one request (fact sheet §2.2). */
const MOST_ROWS = 50;

export const createComplex: KommoOperation = {
	option: {
		name: 'Create with Contact and Company',
		value: 'createComplex',
		action: 'Create lead with contact and company',
		description: 'Create leads together with their people, up to 50 in one request',
		routing: { request: { method: 'POST', url: '/api/v4/leads/complex' } },
	},
	kind: 'write',
	batch: { max: MOST_ROWS, requestId: true, apart: contactPoints },
	root: '',
	readAt: { path: '/api/v4/leads', root: '_embedded.leads' },
	noun: 'lead',
	fields: [
		optionalText('Name', 'name', 'name', {
			placeholder: 'e.g. Roof repair',
			description: 'What the lead is about; the account names it by its number when empty',
		}),
		customFieldMapper('leads'),
		...partFields(contact),
		...partFields(company),
		trafficSource,
		...incomingLead,
		additionalFields([
			fieldMap('leads', { clears: false }),
			...leadFields('additionalFields', false),
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getLeadTags',
				effect: '',
			}),
		]),
		createOptions([fieldAliases, roundPrice], MOST_ROWS),
	],
	check: checkComplex,
	note: "Gives the IDs as `id`, `contact_id` and `company_id`. `merged` is true where the account's duplicate control used a stored record; it compares with stored data only, so items with the same phone or email go out one after the other.",
};
