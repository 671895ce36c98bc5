import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CollectionName } from '../../../sandbox/clevertim';
import { byId } from '../../support/clevertimSandbox';

export const mapper = (value: IDataObject): INodeParameters => ({
	customFields: { mappingMode: 'defineBelow', value: value as INodeParameters },
});

export interface CreateCase {
	name: string;
	resource: string;
	kind: CollectionName;
	parameters: INodeParameters;
	/** Expected from the fact sheet's section. */
	body: IDataObject;
}

const PERSON_FORM: INodeParameters = {
	address: '1 High Street',
	city: 'London',
	contactType: 'Supplier',
	country: 'GB',
	description: 'Builders',
	emails: 'a@hill.example, b@hill.example',
	fileIds: '1, 2',
	linkedFileIds: [1],
	phones: {
		phone: [
			{ type: 'Mobile', no: '+44 7700 900002' },
			{ type: 'Fax', no: '020' },
		],
	},
	phoneList: 'Home: +44 20 1111, +44 20 2222',
	postcode: 'N1',
	region: 'GB-LND',
	socialIds: { account: [{ type: 'Google+', smid: 'hill' }] },
	socialIdList: ['Twitter: hillsons'],
	tags: ['a', 'b'],
	visibility: { rule: { visibleTo: 'groups', groups: [1, 'managers'] } },
	websites: 'https://hill.example',
};

/** §5, §6.1 */
const PERSON_BODY: IDataObject = {
	address: '1 High Street',
	city: 'London',
	ctype: 'S',
	country: 'GB',
	description: 'Builders',
	email: ['a@hill.example', 'b@hill.example'],
	files: [1, 2],
	lfiles: [1],
	phones: [
		{ type: 'Mobile', no: '+44 7700 900002' },
		{ type: 'Fax', no: '020' },
		{ type: 'Home', no: '+44 20 1111' },
		{ type: 'Work', no: '+44 20 2222' },
	],
	postcode: 'N1',
	region: 'GB-LND',
	smids: [
		{ type: 'Google+', smid: 'hill' },
		{ type: 'Twitter', smid: 'hillsons' },
	],
	tags: ['a', 'b'],
	is_private: false,
	gid: 5,
	website: ['https://hill.example'],
};

/** Contacts and companies with all their fields (§5, §6.1, §6.2). */
export const PERSON_CASES: CreateCase[] = [
	{
		name: 'a contact with every field (§6.1)',
		resource: 'contact',
		kind: 'contact',
		parameters: {
			firstName: 'Ana',
			lastName: 'Smith',
			...mapper({
				'1': 17,
				'2': 'gold',
				'3': 'Roofs, Doors',
				'4': '2026-05-06T23:30:00',
				'5': 'ben@acme.example',
				'6': 'ca',
				'7': 'US',
				'8': 'us-ca',
				'9': 13,
				'14': ['Annie', 'An'],
			}),
			additionalFields: { ...PERSON_FORM, companyId: byId(12), title: 'Buyer' },
		},
		body: {
			fn: 'Ana',
			ln: 'Smith',
			// §6.8: days without time, ids as texts, arrays where several values are allowed
			cf: {
				'1': '17',
				'2': 'Gold',
				'3': ['Roofs', 'Doors'],
				'4': '2026-05-06',
				'5': '2',
				'6': 'CA',
				'7': 'US',
				'8': 'US-CA',
				'9': '13',
				'14': ['Annie', 'An'],
			},
			...PERSON_BODY,
			companyId: 12,
			title: 'Buyer',
			is_company: false,
		},
	},
	{
		name: 'a contact with a last name only, private to a user (§5)',
		resource: 'contact',
		kind: 'contact',
		parameters: {
			lastName: 'Smith',
			additionalFields: {
				visibility: {
					rule: { visibleTo: 'private', user: { __rl: true, mode: 'list', value: 2 } },
				},
			},
		},
		body: { ln: 'Smith', is_private: true, gid: 0, puser: 2, is_company: false },
	},
	{
		name: 'a company with every field (§6.2)',
		resource: 'company',
		kind: 'company',
		parameters: {
			name: 'Hill',
			...mapper({ '10': '12', '13': 'eur' }),
			additionalFields: PERSON_FORM,
		},
		body: { cn: 'Hill', cf: { '10': '12', '13': 'EUR' }, ...PERSON_BODY, is_company: true },
	},
];
