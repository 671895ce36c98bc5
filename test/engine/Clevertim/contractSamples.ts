import type { INodeParameters } from 'n8n-workflow';

import type { ClevertimSandbox } from '../../../sandbox/clevertim';
import { byId, contact } from '../../support/clevertimSandbox';

/** A value that makes a difference, and what has to stand beside it so that it does. */
export interface Sample {
	value: unknown;
	beside?: INodeParameters;
	world?: (sandbox: ClevertimSandbox) => void;
	/** Members of a fixed collection with another value each. */
	parts?: Record<string, unknown>;
}

const SAME_NAME = { title: 'Sample', updateFields: { title: 'x', name: 'x' } };

/** What each operation needs at least. */
export const BASES: Record<string, INodeParameters> = {
	'contact.create': { firstName: 'A' },
	'contact.upsert': { matchBy: 'name', firstName: 'Sue', lastName: 'Larkin' },
	'company.create': { name: 'A' },
	'company.upsert': { matchBy: 'name', name: 'Northwind' },
	'opportunity.create': { name: 'A' },
	'opportunity.upsert': { name: 'Doors', customer: contact(13) },
	'case.create': { name: 'A' },
	'task.create': { name: 'A' },
	'note.create': { text: 'A' },
	'comment.create': { commentOn: 'note', noteId: byId(1), text: 'A' },
	'customField.create': { name: 'A', elementType: 'input', models: ['cases'] },
	'folder.create': { name: 'A' },
	'file.create': { name: 'A' },
	'contact.update': { contactId: byId(13), ...SAME_NAME },
	'company.update': { companyId: byId(12), updateFields: { city: 'x' } },
	'opportunity.update': { opportunityId: byId(1), updateFields: { status: 'x' } },
	'case.update': { caseId: byId(1), updateFields: { description: 'x' } },
	'task.update': { taskId: byId(1), updateFields: { location: 'x' } },
	'task.complete': { taskId: byId(1) },
	'note.update': { noteId: byId(1), updateFields: { text: 'x' } },
	'customField.update': { customFieldId: byId(2), updateFields: { name: 'x' } },
	'folder.update': { folderId: byId('f2'), updateFields: { name: 'x' } },
	'file.update': { fileId: byId(1), updateFields: { name: 'x' } },
	'linkedFile.update': { linkedFileId: byId(1), updateFields: { name: 'x' } },
	'api.call': { method: 'GET', path: 'user' },
	...Object.fromEntries(
		(
			[
				['contact', 'contactId', 13],
				['company', 'companyId', 12],
				['opportunity', 'opportunityId', 1],
				['case', 'caseId', 1],
				['task', 'taskId', 1],
				['note', 'noteId', 1],
				['comment', 'commentId', 1],
				['customField', 'customFieldId', 1],
				['user', 'userId', 1],
				['group', 'groupId', 1],
				['folder', 'folderId', 'f2'],
				['file', 'fileId', 1],
				['linkedFile', 'linkedFileId', 1],
			] as const
		).flatMap(([resource, field, id]) => [
			[`${resource}.get`, { [field]: byId(id) }],
			[`${resource}.delete`, { [field]: byId(id) }],
		]),
	),
};

/** Parameters that only show elsewhere; each has a test of its own. */
export const EXCEPTIONS = new Set([
	// sentences in the form
	'wholeCollectionNotice',
	'metadataNotice',
	'noUpdateNotice',
	// failures.test.ts and transport.test.ts
	'options.allowUnauthorizedCerts',
	'options.maxWait',
	'options.timeout',
	'options.proxy',
	'options.retryCreates',
	// deletes.test.ts: as a tool
	'options.allowToolDelete',
	// upserts.test.ts: matched by ID
	'contact.upsert.contactId',
	'company.upsert.companyId',
]);

const CONDITION = { operator: 'isEmpty', value: 'zzz' };
const mapped = (id: string, value: string): Sample => ({
	value: { mappingMode: 'defineBelow', value: { [id]: value } },
});
const shortAnswers = (sandbox: ClevertimSandbox) => sandbox.setSwitches({ postAnswer: 'id' });

const PRIVATE = { visibility: { rule: { visibleTo: 'private', user: 99 } } };
const TO_CASE = { additionalFields: { caseId: byId(2) }, updateFields: { caseId: byId(2) } };
const IN_FOLDER = {
	additionalFields: { parentId: byId('f1') },
	updateFields: { parentId: byId('f1') },
};

/** By the end of `resource.operation.path`; the longest one that fits is taken. */
export const SAMPLES: Record<string, Sample> = {
	contactId: { value: byId(11) },
	companyId: { value: byId(16) },
	opportunityId: { value: byId(3) },
	caseId: { value: byId(2) },
	taskId: { value: byId(2) },
	noteId: { value: byId(2) },
	commentId: { value: byId(2) },
	customFieldId: { value: byId(3) },
	userId: { value: byId(2) },
	groupId: { value: byId(2) },
	folderId: { value: byId('f1') },
	fileId: { value: byId(2) },
	linkedFileId: { value: byId(2) },
	parentId: { value: byId('f1') },
	'comment.create.taskId': { value: byId(2), beside: { commentOn: 'task', taskId: byId(1) } },
	'comment.create.commentOn': { value: 'task', beside: { taskId: byId(1) } },
	customFields: mapped('1', 'R-9'),
	'company.create.customFields': mapped('10', '12'),
	clearFields: {
		value: [1],
		world: ({ store }) => Object.assign(store.get('contact', 13) ?? {}, { cf: { '1': 'x' } }),
	},
	currency: { value: 'EUR' },
	value: { value: '12' },
	leadUser: { value: 3 },
	assignee: { value: 3 },
	fileIds: { value: '2' },
	linkedFileIds: { value: '1' },
	skipWeekends: { value: true },
	datesWithoutTime: {
		value: true,
		beside: {
			additionalFields: { startDate: '2026-01-01T10:00:00' },
			updateFields: { startDate: '2026-01-01T10:00:00' },
		},
	},
	emptyFields: { value: ['leadUser'] },
	'contact.update.updateFields.emptyFields': {
		value: ['companyId'],
		world: ({ store }) => Object.assign(store.get('contact', 13) ?? {}, { companyId: 12 }),
	},
	'company.update.updateFields.emptyFields': { value: ['ctype'] },
	'task.update.updateFields.emptyFields': { value: ['opp'] },
	'note.update.updateFields.emptyFields': { value: ['opportunity'] },
	'folder.update.updateFields.emptyFields': { value: ['parentId'] },
	'file.update.updateFields.emptyFields': { value: ['parentId'] },
	customer: {
		value: { customer: { customerType: 'contact', customerId: byId(11) } },
		parts: { customerType: 'company', customerId: byId(15) },
	},
	customers: {
		value: { customer: [{ customerType: 'contact', customerId: byId(11) }] },
		parts: { customerType: 'company', customerId: byId(15) },
	},
	visibility: {
		value: { rule: { visibleTo: 'groups', groups: [1], user: 2 } },
		parts: { visibleTo: 'private', groups: [2] },
	},
	phones: {
		value: { phone: [{ type: 'Home', no: '555' }] },
		parts: { type: 'Fax', no: '666' },
	},
	phoneList: { value: 'Home: 555' },
	socialIds: {
		value: { account: [{ type: 'Kik', smid: 'a' }] },
		parts: { type: 'MSN', smid: 'b' },
	},
	socialIdList: { value: 'Kik: a' },
	elementType: { value: 'date' },
	models: { value: ['companies'] },
	'customField.create.additionalFields.selectOptions': {
		value: 'x',
		beside: { elementType: 'select', additionalFields: { selectOptions: 'y' } },
	},
	conditions: {
		value: { condition: [{ field: 'id', ...CONDITION }] },
		parts: { operator: 'isNotEmpty', field: 'nope' },
	},
	customFieldConditions: {
		value: { condition: [{ field: 1, operator: 'isNotEmpty', value: 'x' }] },
		parts: { operator: 'equals' },
		world: ({ store }) => {
			for (const name of ['contact', 'company', 'case', 'opportunity'] as const) {
				for (const row of store.all(name)) row.cf = { '1': 'r' };
				store.put(name, { id: 900, name: 'n', fn: 'n', cn: 'n' });
			}
		},
	},
	combine: {
		value: 'any',
		beside: {
			filters: {
				conditions: {
					condition: [
						{ field: 'id', operator: 'isEmpty' },
						{ field: 'id', operator: 'isNotEmpty' },
					],
				},
			},
		},
	},
	updatedSince: { value: '2100-01-01' },
	tagsAny: { value: 'none of them' },
	tagsAll: { value: 'none of them' },
	sort: {
		value: { by: { field: 'id', direction: 'desc' } },
		parts: { direction: 'asc' },
		world: ({ store }) => {
			for (const name of ['case', 'task', 'note', 'comment', 'file', 'linkedfile'] as const) {
				store.put(name, { id: 901, name: 'n' });
			}
		},
	},
	limit: { value: 1, world: ({ store }) => store.put('linkedfile', { id: 901, name: 'n' }) },
	returnAll: {
		value: true,
		beside: { limit: 1 },
		world: ({ store }) => store.put('linkedfile', { id: 901, name: 'n' }),
	},
	simplify: { value: false },
	'options.checkReferences': {
		value: false,
		beside: {
			additionalFields: PRIVATE,
			updateFields: PRIVATE,
		},
	},
	'task.create.options.checkReferences': { value: false, beside: TO_CASE },
	'task.update.options.checkReferences': { value: false, beside: TO_CASE },
	'comment.create.options.checkReferences': { value: false },
	'folder.create.options.checkReferences': { value: false, beside: IN_FOLDER },
	'folder.update.options.checkReferences': { value: false, beside: IN_FOLDER },
	'file.create.options.checkReferences': { value: false, beside: IN_FOLDER },
	'file.update.options.checkReferences': { value: false, beside: IN_FOLDER },
	'options.return': { value: 'values', world: shortAnswers },
	'options.multiValueMode': {
		value: 'remove',
		beside: {
			updateFields: { tags: 'fair, roof, urgent', fileIds: '1', models: ['customers'] },
			additionalFields: { tags: 'fair' },
		},
	},
	'options.whenNotFound': {
		value: 'empty',
		world: ({ store }) => {
			for (const name of [
				'contact',
				'company',
				'opportunity',
				'case',
				'task',
				'note',
				'comment',
				'customfield',
				'user',
				'group',
				'file',
				'linkedfile',
			] as const)
				if (name !== 'user') store.of(name).clear();
				else store.of(name).delete('2');
		},
	},
	'user.get.options.whenNotFound': { value: 'empty', beside: { userId: byId(99) } },
	path: { value: 'group' },
	method: { value: 'DELETE', beside: { path: 'contact/13' } },
	body: {
		value: '{ "fn": "B" }',
		beside: { method: 'POST', path: 'contact', body: '{ "fn": "A" }' },
	},
};
