import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../shared/readFields';
import { toId, toIds } from './ids';
import type { KommoField } from './kommoField';

const contacts: INodeProperties = {
	displayName: 'Contact IDs',
	name: 'contactIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8101, 8102',
	description:
		'IDs of the contacts to link, separated by commas, or a list from an expression; the first is the main contact',
	routing: { send: { type: 'body', property: '_embedded.contacts' } },
};

const company: INodeProperties = {
	displayName: 'Company ID',
	name: 'companyId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8201',
	description: 'ID of the company to link; a lead has at most one',
	routing: { send: { type: 'body', property: '_embedded.companies' } },
};

/** Cards a new lead is linked to in the same request (fact sheet §4.1). */
export const linkedCards: KommoField[] = [
	{
		prop: contacts,
		to: (value) => {
			const ids = isBlank(value) ? [] : toIds(value, contacts.displayName);
			return ids.length === 0 ? undefined : ids.map((id, place) => ({ id, is_main: place === 0 }));
		},
	},
	{
		prop: company,
		to: (value) =>
			isBlank(value) ? undefined : [{ id: toId(value, company.displayName, 'companies') }],
	},
];
