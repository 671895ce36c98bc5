/** Seeded records in the wire's shapes (§6). */
import type { CollectionName, Row } from './store';

export const USERS: readonly Row[] = [
	{
		id: 1,
		user: 'Ada Marsh',
		email: 'ada@acme.example',
		is_owner: true,
		is_admin: true,
		permissions: ['canedit', 'candelete', 'canexport'],
		pending: false,
	},
	{
		id: 2,
		user: 'Ben Okoro',
		email: 'ben@acme.example',
		is_owner: false,
		is_admin: false,
		permissions: ['canedit'],
		pending: false,
	},
	{
		id: 3,
		user: 'Cleo Ruiz',
		email: 'cleo@acme.example',
		is_owner: false,
		is_admin: false,
		permissions: [],
		pending: false,
	},
	{
		id: 4,
		user: 'Dev Nair',
		email: 'dev@acme.example',
		is_owner: false,
		is_admin: false,
		permissions: ['canedit'],
		pending: true,
	},
];

export const GROUPS: readonly Row[] = [
	{ id: 1, name: 'Sales', gid: 1, users: [1, 2] },
	{ id: 2, name: 'Support', gid: 2, users: [1, 3] },
	{ id: 3, name: 'Managers', gid: 4, users: [1] },
];

const field = (
	id: number,
	name: string,
	elemType: string,
	modelType: string[],
	more: Record<string, unknown> = {},
): Row => ({ id, name, fullname: name, elemType, modelType, multiple: false, app: null, ...more });

const EVERYWHERE = ['customers', 'companies', 'cases', 'opportunities'];

export const CUSTOM_FIELDS: readonly Row[] = [
	field(1, 'Reference', 'input', EVERYWHERE),
	field(2, 'Rating', 'select', ['customers', 'companies'], {
		values: ['Gold', 'Silver', 'Bronze'],
	}),
	field(3, 'Interests', 'select', ['customers'], {
		values: ['Roofs', 'Windows', 'Doors'],
		multiple: true,
	}),
	field(4, 'Renewal', 'date', ['customers', 'opportunities']),
	field(5, 'Account Manager', 'user', ['customers', 'companies']),
	field(6, 'State', 'state', ['customers']),
	field(7, 'Country of Origin', 'country', ['customers']),
	field(8, 'Region', 'region', ['customers']),
	field(9, 'Referred By', 'contact', ['customers', 'opportunities']),
	field(10, 'Parent Company', 'company', ['companies']),
	field(11, 'Related Cases', 'case', ['opportunities'], { multiple: true }),
	field(12, 'Earlier Deal', 'opportunity', ['opportunities']),
	field(13, 'Billing Currency', 'currency', ['companies']),
	field(14, 'Nicknames', 'input', ['customers'], { multiple: true }),
];

const CONTACTS: readonly Row[] = [
	{
		id: 11,
		is_company: false,
		fn: 'Mike',
		ln: 'Johnson',
		title: 'Buyer',
		description: 'Met at the fair',
		companyId: 12,
		email: ['mike@hill.example', 'mj@mail.example'],
		website: ['https://mike.example'],
		phones: [
			{ type: 'Work', no: '+44 20 7946 0001' },
			{ type: 'Mobile', no: '+44 7700 900001' },
		],
		smids: [{ type: 'LinkedIn', smid: 'mikejohnson' }],
		address: '1 High Street',
		city: 'London',
		postcode: 'N1 1AA',
		region: 'GB-LND',
		country: 'GB',
		tags: ['vip', 'fair'],
		ctype: 'C',
		cf: { '1': 'R-11', '2': 'Gold', '3': ['Roofs', 'Doors'], '4': '2026-03-01', '5': '2' },
		lc: '2026-01-02T05:22:12Z',
		files: [1],
		lfiles: [1],
		is_private: false,
		gid: 0,
		shirt_size: 'XL',
	},
	{
		id: 13,
		is_company: false,
		fn: 'Sue',
		ln: 'Larkin',
		email: ['sue@mail.example'],
		phones: [{ type: 'Home', no: '+1 202 555 0143' }],
		tags: ['fair'],
		ctype: 'P',
		is_private: false,
		gid: 0,
	},
	{
		id: 14,
		is_company: false,
		ln: 'Private',
		email: [],
		tags: [],
		is_private: true,
		puser: 1,
		gid: 0,
	},
	{
		id: 15,
		is_company: false,
		fn: 'Gina',
		ln: 'Grouped',
		email: ['gina@mail.example'],
		tags: ['support'],
		is_private: false,
		gid: 2,
	},
];

const COMPANIES: readonly Row[] = [
	{
		id: 12,
		is_company: true,
		cn: 'Hill & Sons',
		description: 'Builders',
		email: ['office@hill.example'],
		website: ['https://hill.example'],
		phones: [{ type: 'Work', no: '+44 20 7946 0100' }],
		city: 'London',
		country: 'GB',
		tags: ['builder'],
		ctype: 'C',
		cf: { '2': 'Silver', '13': 'GBP' },
		is_private: false,
		gid: 0,
	},
	{ id: 16, is_company: true, cn: 'Northwind', email: [], tags: [], is_private: false, gid: 0 },
];

export const RECORDS: ReadonlyArray<{ name: CollectionName; rows: readonly Row[] }> = [
	{ name: 'contact', rows: CONTACTS },
	{ name: 'company', rows: COMPANIES },
	{
		name: 'opportunity',
		rows: [
			{
				id: 1,
				name: 'New roof',
				description: '',
				status: 'Open',
				value: '4500',
				currency: 'GBP',
				leadUser: 2,
				cust: 11,
				tags: ['roof'],
				cf: { '1': 'O-1' },
				userId: 1,
			},
			{
				id: 2,
				name: 'Windows',
				status: 'Won',
				value: '1000.50',
				currency: 'GBP',
				leadUser: 1,
				cust: 12,
				tags: [],
				userId: 1,
			},
			{ id: 3, name: 'Doors', status: 'Open', value: '800', currency: 'USD', cust: 13, userId: 2 },
		],
	},
	{
		name: 'case',
		rows: [
			{
				id: 1,
				name: 'Leaking roof',
				description: 'Since Monday',
				leadUser: 3,
				cust: 11,
				tags: ['urgent'],
				cf: { '1': 'C-1' },
				userId: 1,
			},
			{ id: 2, name: 'Late invoice', leadUser: 1, cust: 12, tags: [], userId: 1 },
		],
	},
	{
		name: 'task',
		rows: [
			{
				id: 1,
				name: 'Call Mike',
				location: 'Phone',
				atype: 'Call',
				atypet: 'Call',
				startDate: { y: 2026, mo: 3, d: 9, h: 14, mi: 30 },
				endDate: { y: 2026, mo: 3, d: 9, h: 15, mi: 0 },
				cust: 11,
				opp: 1,
				aUserId: 2,
				userId: 1,
				is_completed: false,
				is_deleted: false,
				rec: 'W',
				recevery: 2,
				recopts: {},
			},
			{
				id: 2,
				name: 'Send offer',
				atype: 'Email',
				startDate: { y: 2026, mo: 3, d: 11 },
				cust: 12,
				case: 1,
				aUserId: 1,
				userId: 1,
				is_completed: true,
				is_deleted: false,
				rec: 'N',
				recopts: {},
			},
		],
	},
	{
		name: 'note',
		rows: [
			{ id: 1, desc: 'Wants slate', cust: [11], opportunity: 1, type: 'N', fmt: 'T', userId: 1 },
			{ id: 2, desc: 'Sent the offer', cust: [11, 12], case: 1, type: 'S', userId: 2 },
		],
	},
	{
		name: 'comment',
		rows: [
			{ id: 1, comment: 'Which colour?', nid: 1, tid: null, userId: 2 },
			{ id: 2, comment: 'Not before noon', nid: null, tid: 1, userId: 1 },
		],
	},
	{
		name: 'folder',
		rows: [
			{ id: 'f1', name: 'Offers', parentId: null, is_dir: true },
			{ id: 'f2', name: '2026', parentId: 'f1', is_dir: true },
		],
	},
	{
		name: 'file',
		rows: [
			{ id: 1, name: 'offer.pdf', parentId: 'f2' },
			{ id: 2, name: 'plan.pdf', parentId: null },
		],
	},
	{
		name: 'linkedfile',
		rows: [
			{
				id: 1,
				name: 'photos.zip',
				sys: 'D',
				size: 1024,
				link: 'https://files.example/photos.zip',
				icon: 'zip',
			},
		],
	},
];
