import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../support/clevertimSandbox';

const more = (additionalFields: INodeParameters): INodeParameters => ({ additionalFields });
export const person = (additionalFields: INodeParameters): INodeParameters => ({
	firstName: 'A',
	additionalFields,
});

export type RefusedCase = [
	name: string,
	resource: string,
	operation: string,
	parameters: INodeParameters,
	message: RegExp,
];

/** Bad input about names, contacts and companies. */
export const REFUSED_PERSONS: RefusedCase[] = [
	[
		'a contact without a name',
		'contact',
		'create',
		more({ title: 'x' }),
		/^'First Name' and 'Last Name' are both empty/,
	],
	['a contact whose name is blank', 'contact', 'create', { firstName: ' ' }, /are both empty/],
	[
		'a company without a name',
		'company',
		'create',
		{ name: '={{ $json.no }}' },
		/^'Name' is empty/,
	],
	[
		'an opportunity without a name',
		'opportunity',
		'create',
		{ name: '={{ "" }}' },
		/^'Name' is empty/,
	],
	['a note without a text', 'note', 'create', { text: '={{ $json.no }}' }, /^'Text' is empty/],
	[
		'a comment without a text',
		'comment',
		'create',
		{ noteId: byId(1), text: '={{ "" }}' },
		/^'Text' is empty/,
	],
	[
		'a comment on nothing',
		'comment',
		'create',
		{ noteId: byId('={{ $json.no }}'), text: 'x' },
		/^'Note' is empty/,
	],
	[
		'a phone of an unknown kind',
		'contact',
		'create',
		person({ phones: { phone: [{ type: 'Car', no: '123' }] } }),
		/^'Phones: Type' does not exist: "Car"/,
	],
	[
		'a phone without a number',
		'contact',
		'create',
		person({ phones: { phone: [{ type: 'Work', no: ' ' }] } }),
		/^'Phones' holds a phone without a number/,
	],
	[
		'a phone of a list, of an unknown kind',
		'contact',
		'create',
		person({ phoneList: 'Boat: 123' }),
		/^'Phones \(List\): Type' does not exist: "Boat"/,
	],
	[
		'an unknown social network',
		'contact',
		'create',
		person({ socialIdList: 'Orkut: a' }),
		/^'Social Media IDs: Network' does not exist: "Orkut"/,
	],
	[
		'a social network without an ID',
		'contact',
		'create',
		person({ socialIds: { account: [{ type: 'Kik', smid: '' }] } }),
		/^'Social Media IDs' holds a network without an ID/,
	],
	[
		'an unknown contact type',
		'contact',
		'create',
		person({ contactType: 'Boss' }),
		/^'Contact Type' does not exist: "Boss"/,
	],
	[
		'emails that are objects',
		'contact',
		'create',
		person({ emails: '={{ [{ a: 1 }] }}' }),
		/^'Emails' is not a list of texts/,
	],
	[
		'a description that is an object',
		'contact',
		'create',
		person({ description: '={{ ({ a: 1 }) }}' }),
		/^'Description' is not a text/,
	],
	[
		'a company by something that is no ID',
		'contact',
		'create',
		person({ companyId: byId('Hill') }),
		/^'Company' is not an ID: Hill/,
	],
	[
		'a file by something that is no ID',
		'contact',
		'create',
		person({ fileIds: '1, x' }),
		/^'File IDs' is not an ID: x/,
	],
	[
		'private without a user',
		'contact',
		'create',
		person({ visibility: { rule: { visibleTo: 'private' } } }),
		/^'Visibility' is private, but names no user/,
	],
	[
		'groups without a group',
		'contact',
		'create',
		person({ visibility: { rule: { visibleTo: 'groups', groups: [] } } }),
		/^'Visibility: Groups' is empty/,
	],
	[
		'an unknown group',
		'contact',
		'create',
		person({ visibility: { rule: { visibleTo: 'groups', groups: ['Nobody'] } } }),
		/^'Visibility: Groups' does not exist: "Nobody"/,
	],
	[
		'an unknown visibility',
		'contact',
		'create',
		person({ visibility: { rule: { visibleTo: 'friends' } } }),
		/^'Visible To' does not exist: friends/,
	],
];
