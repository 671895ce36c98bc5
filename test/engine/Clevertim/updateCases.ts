import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CollectionName } from '../../../sandbox/clevertim';
import { byId, company } from '../../support/clevertimSandbox';

export interface UpdateCase {
	name: string;
	resource: string;
	kind: CollectionName;
	id: number | string;
	idField: string;
	parameters: INodeParameters;
	changes: IDataObject;
	operation?: string;
}

/** An update of each kind, and what it changes. */
export const UPDATE_CASES: UpdateCase[] = [
	{
		name: 'contact',
		resource: 'contact',
		kind: 'contact',
		id: 11,
		idField: 'contactId',
		parameters: {
			updateFields: { firstName: 'Max', description: '', emptyFields: ['companyId', 'ctype'] },
		},
		changes: { fn: 'Max', description: '', companyId: null, ctype: null },
	},
	{
		name: 'company',
		resource: 'company',
		kind: 'company',
		id: 12,
		idField: 'companyId',
		parameters: { updateFields: { name: 'Hill Ltd', contactType: 'V' } },
		changes: { cn: 'Hill Ltd', ctype: 'V' },
	},
	{
		name: 'opportunity',
		resource: 'opportunity',
		kind: 'opportunity',
		id: 1,
		idField: 'opportunityId',
		parameters: { updateFields: { value: 0, status: 'Won', customer: company(16) } },
		changes: { value: '0', status: 'Won', cust: 16 },
	},
	{
		name: 'opportunity: emptied',
		operation: 'update',
		resource: 'opportunity',
		kind: 'opportunity',
		id: 1,
		idField: 'opportunityId',
		parameters: { updateFields: { emptyFields: ['value', 'currency'] } },
		changes: { value: null, currency: null },
	},
	{
		name: 'case',
		resource: 'case',
		kind: 'case',
		id: 1,
		idField: 'caseId',
		parameters: {
			updateFields: {
				name: 'Leak',
				customer: { customer: { customerType: 'none' } },
				emptyFields: ['leadUser'],
			},
		},
		changes: { name: 'Leak', cust: null, leadUser: null },
	},
	{
		name: 'task',
		resource: 'task',
		kind: 'task',
		id: 1,
		idField: 'taskId',
		parameters: { updateFields: { startDate: '2026-04-01', isDeleted: true, recurrence: 'None' } },
		changes: { startDate: { y: 2026, mo: 4, d: 1 }, is_deleted: true, rec: 'N' },
	},
	{
		name: 'task: complete',
		operation: 'complete',
		resource: 'task',
		kind: 'task',
		id: 1,
		idField: 'taskId',
		parameters: {},
		changes: { is_completed: true },
	},
	{
		name: 'note',
		resource: 'note',
		kind: 'note',
		id: 1,
		idField: 'noteId',
		parameters: {
			updateFields: { text: 'Wants tiles', noteType: 'S', caseId: byId(2), isDeleted: true },
		},
		changes: { desc: 'Wants tiles', type: 'S', case: 2, is_deleted: true },
	},
	{
		name: 'custom field',
		resource: 'customField',
		kind: 'customfield',
		id: 2,
		idField: 'customFieldId',
		parameters: { updateFields: { name: 'Grade', selectOptions: 'A, B' } },
		changes: { name: 'Grade', values: ['A', 'B'] },
	},
	{
		name: 'folder',
		resource: 'folder',
		kind: 'folder',
		id: 'f2',
		idField: 'folderId',
		parameters: { updateFields: { name: '2027', emptyFields: ['parentId'] } },
		changes: { name: '2027', parentId: null },
	},
	{
		name: 'file',
		resource: 'file',
		kind: 'file',
		id: 2,
		idField: 'fileId',
		parameters: { updateFields: { parentId: byId('f1') } },
		changes: { parentId: 'f1' },
	},
	{
		name: 'linked file',
		resource: 'linkedFile',
		kind: 'linkedfile',
		id: 1,
		idField: 'linkedFileId',
		parameters: { updateFields: { name: 'all.zip' } },
		changes: { name: 'all.zip' },
	},
];
