import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { KommoSandbox } from '../../../sandbox/kommo';
import { binaryItem } from '../../support/engine';
import { complexSamples } from './contractComplexSamples';
import { byId } from './kommoRunner';
import { mapped } from './mapper';

/** A value that shows what a parameter does. */
export interface Sample {
	value?: unknown;
	/** Values beside it that the parameter needs, in both runs. */
	beside?: INodeParameters;
	/** What the account does in both runs. */
	world?: (sandbox: KommoSandbox) => void;
	items?: INodeExecutionData[] | IDataObject[];
	/** Other values for the members of a list, one at a time. */
	parts?: Record<string, unknown>;
}

/** Two items name two records: 7001 and 7002, for instance. */
const each = (before: number) => byId(`={{ ${before} + $json.n }}`);
const cards = { entityType: 'leads', entityId: each(7000) };

/** The first item finds a record, the second one does not. */
function oneOfTwo(name: string): INodeParameters {
	return { matchBy: 'name', matchValue: `={{ $json.n === 1 ? '${name}' : 'Brand new' }}` };
}

/** What an operation needs to run at all, by resource and operation; items hold `n`, from 1 on. */
export const BASES: Record<string, INodeParameters> = {
	'account.searchEverywhere': { query: 'a' },
	'company.get': { companyId: each(8200) },
	'company.update': { companyId: each(8200), updateFields: { name: 'Base' } },
	'contact.get': { contactId: each(8100) },
	'contact.update': { contactId: each(8100), updateFields: { name: 'Base' } },
	'lead.createComplex': { name: 'Base', contactMode: 'none' },
	'lead.get': { leadId: each(7000) },
	'lead.update': { leadId: each(7000), updateFields: { name: 'Base' } },
	'company.find': { matchBy: 'name', matchValue: 'Reis Ltda' },
	'contact.find': { matchBy: 'name', matchValue: 'Ana Reis' },
	'company.upsert': oneOfTwo('Reis Ltda'),
	'contact.upsert': oneOfTwo('Ana Reis'),
	'lead.upsert': oneOfTwo('Roof repair'),
	'link.create': { ...cards, toEntityType: 'contacts', toEntityId: byId(8105) },
	'link.delete': { ...cards, toEntityType: 'contacts', toEntityId: byId(8105) },
	'link.getAll': cards,
	'note.create': { ...cards, noteType: 'common', text: 'Base' },
	'note.get': { entityType: 'leads', noteId: each(6000) },
	'note.search': { ...cards, scope: 'one' },
	'note.update': {
		entityType: 'leads',
		noteId: each(6000),
		// the first is a common note, the second a call
		updateFields: {
			text: "={{ $json.n === 1 ? 'Base' : null }}",
			phone: "={{ $json.n === 2 ? '+15550199' : null }}",
		},
	},
	'pipeline.get': { pipelineId: byId(900) },
	'stage.getAll': { pipelineId: byId(900) },
	'tag.addToEntity': { ...cards, tags: ['base'] },
	'tag.create': { entityType: 'leads', name: 'base' },
	'tag.removeFromEntity': { ...cards, tags: ['vip'] },
	'tag.search': { entityType: 'leads' },
	'task.complete': { taskId: each(4000) },
	'task.create': { ...cards, text: 'Base', completeTill: '2026-12-01' },
	'task.get': { taskId: each(4000) },
	'task.update': { taskId: each(4000), updateFields: { text: 'Base' } },
	'user.get': { userId: each(500) },
};

const toElement = {
	toEntityType: 'catalog_elements',
	toEntityId: byId(5501),
	catalogId: 2001,
};

const refusedRow = (sandbox: KommoSandbox): void => {
	const errors = [{ code: 'InvalidType', path: 'name', detail: 'This value should be of type x.' }];
	const body = { 'validation-errors': [{ request_id: '0', errors }], status: 400 };
	for (const method of ['POST', 'PATCH']) {
		sandbox.addFault({ method, action: { type: 'status', status: 400, body } });
	}
};

/** Every record is called like the first of its kind. */
const sameNames = ({ accounts }: KommoSandbox): void => {
	const { leads, contacts, companies } = accounts.kommo.store;
	for (const records of [leads, contacts, companies]) {
		const [first] = records.values();
		for (const record of records.values()) record.name = first?.name ?? '';
	}
};

/** Upserts: neither item finds a record. */
const twoNew = { matchValue: '={{ "Brand new " + $json.n }}' };

const lostAnswer = (sandbox: KommoSandbox): void =>
	sandbox.addFault({ method: 'POST', when: 'after', action: { type: 'reset' } });

const throttled = (sandbox: KommoSandbox): void =>
	sandbox.addFault({ action: { type: 'status', status: 429, body: { retry_after: 5 } } });

const callNote = { noteType: 'call_in', phone: '+15550100', duration: 1, uniq: 'u', source: 's' };
const geolocation = {
	noteType: 'geolocation',
	text: 'T',
	address: 'A',
	latitude: '1',
	longitude: '2',
};
const storedFile = { noteType: 'attachment', fileSource: 'stored' };
const UUID = '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d';
const file = { content: 'x', fileName: 'a.txt', mimeType: 'text/plain' };
const withFiles = [binaryItem({ n: 1 }, { data: file, other: { ...file, fileName: 'b.txt' } })];
const missing = (name: string): Sample => ({ value: 'empty', beside: { [name]: byId(999_999) } });
const filtering = (sandbox: KommoSandbox): void =>
	sandbox.setSwitches({ kommoCustomFieldFilter: 'works' });
const aliased = (name: string): Sample => ({
	value: { own: name },
	beside: {
		additionalFields: { fieldMap: { own: 'x' } },
		updateFields: { fieldMap: { own: 'x' } },
		filters: { fieldMap: { own: 'x' } },
	},
	world: filtering,
});
const fieldFilter = (fieldId: number, other: number): Sample => ({
	value: { field: [{ fieldId, value: '1', from: '1', to: '5' }] },
	parts: { fieldId: other, value: '2', from: '2', to: '4' },
	world: filtering,
});
const matchedBy = (name: string): Sample => ({
	value: { own: name },
	beside: { matchBy: 'customField', matchFieldId: 'own' },
});
const sorted = (field: string, other: string): Sample => ({
	value: { by: { field, direction: 'desc' } },
	parts: { field: other, direction: 'asc' },
});

/**
 * Values for parameters whose kind does not say which one will do, by the end of their path; the
 * longest key that fits is taken.
 */
export const SAMPLES: Record<string, Sample> = {
	companyId: { value: byId(8202) },
	contactId: { value: byId(8102) },
	leadId: { value: byId(7002) },
	noteId: { value: byId(6002) },
	taskId: { value: byId(4002) },
	userId: { value: byId(502) },
	pipelineId: { value: byId(901) },
	entityId: { value: byId(7002) },
	limit: { value: 1 },
	query: { value: 'Ana' },
	entityTypes: { value: ['leads'] },

	'contact.additionalFields.fieldMap': { value: { Position: 'Owner' } },
	'contact.updateFields.fieldMap': { value: { Position: 'Owner' } },
	'contact.onlyWhenFound.fieldMap': { value: { Position: 'Owner 2' } },
	'contact.onlyWhenMissing.fieldMap': { value: { Position: 'Owner 2' } },
	'company.additionalFields.fieldMap': { value: { WEB: 'https://x.example' } },
	'company.updateFields.fieldMap': { value: { WEB: 'https://x.example' } },
	'company.onlyWhenFound.fieldMap': { value: { WEB: 'https://x.example' } },
	'company.onlyWhenMissing.fieldMap': { value: { WEB: 'https://x.example' } },
	'lead.additionalFields.fieldMap': { value: { 'Contract no.': 'AB-1' } },
	'lead.updateFields.fieldMap': { value: { 'Contract no.': 'AB-1' } },
	'lead.onlyWhenFound.fieldMap': { value: { 'Contract no.': 'AB-1' } },
	'lead.onlyWhenMissing.fieldMap': { value: { 'Contract no.': 'AB-1' } },
	'contact.search.filters.fieldMap': { value: { Position: 'Owner' }, world: filtering },
	'company.search.filters.fieldMap': { value: { WEB: 'x.example' }, world: filtering },
	'lead.search.filters.fieldMap': { value: { 'Contract no.': 'AB-1' }, world: filtering },
	'contact.find.options.fieldAliases': matchedBy('Position'),
	'company.find.options.fieldAliases': matchedBy('WEB'),
	'contact.options.fieldAliases': aliased('Position'),
	'company.options.fieldAliases': aliased('WEB'),
	'lead.options.fieldAliases': aliased('Contract no.'),

	...complexSamples,
	mainContactId: { value: '8102' },
	leadIds: { value: '7002' },
	mainContact: {
		value: true,
		beside: { additionalFields: { leadIds: '7002' }, updateFields: { leadIds: '7002' } },
	},
	'updateFields.companyId': { value: '8202' },
	linkElements: {
		value: { element: [{ catalogId: '2001', elementId: '5501', quantity: 2, priceId: '' }] },
		parts: { catalogId: '2002', elementId: '5502', quantity: 3, priceId: '3301' },
	},

	'link.entityType': { value: 'companies', beside: { entityId: byId(8201) } },
	'link.toEntityType': { value: 'companies', beside: { toEntityId: byId(8201) } },
	toEntityId: { value: byId(8102) },
	catalogId: { value: 2002, beside: toElement },
	'link.additionalFields.isMain': { value: false },
	quantity: { value: 3, beside: toElement },
	priceId: { value: 3301, beside: toElement },
	'filters.toEntityType': { value: 'companies', beside: { filters: { toEntityIds: '8101' } } },
	'filters.toEntityIds': { value: '8102', beside: { filters: { toEntityType: 'contacts' } } },
	'filters.toCatalogId': { value: 2001 },

	'company.customFields': { value: mapped({ 3203: 'https://x.example' }).customFields },
	'contact.customFields': { value: mapped({ 3003: 'Owner' }).customFields },
	'lead.customFields': { value: mapped({ 3102: 'AB-1' }).customFields },
	clearFields: { value: [3101] },
	'contact.update.updateFields.clearFields': { value: [3003] },
	'company.update.updateFields.clearFields': { value: [3203] },

	createdBy: { value: 502 },
	updatedBy: { value: 502 },
	responsibleUserId: { value: 502 },
	lossReasonId: { value: 72, beside: { additionalFields: { statusId: 143 } } },
	'additionalFields.pipelineId': { value: 901 },
	'onlyWhenFound.pipelineId': { value: 901 },
	'onlyWhenMissing.pipelineId': { value: 901 },
	'updateFields.pipelineId': { value: 901 },
	'additionalFields.companyId': { value: 8202 },
	'onlyWhenMissing.companyId': { value: 8202 },
	matchBy: { value: 'customField', beside: { matchFieldId: 'PHONE', matchValue: '5550110' } },
	'lead.upsert.matchBy': { value: 'customField', beside: { matchFieldId: 3102 } },
	matchFieldId: { value: 'EMAIL', beside: { matchBy: 'customField', matchFieldId: 'PHONE' } },
	'lead.upsert.matchFieldId': {
		value: 3110,
		beside: { matchBy: 'customField', matchFieldId: 3102 },
	},
	contactIds: { value: '8101, 8102' },
	statusId: { value: 60002 },
	tags: { value: ['sample'] },
	tagsToAdd: { value: ['sample'] },
	tagsToRemove: { value: ['sample'] },
	taskTypeId: { value: 2 },
	completeTill: { value: '2026-12-02' },
	color: { value: 'EBEBEB' },

	'filters.createdBy': { value: [502] },
	'filters.updatedBy': { value: [502] },
	'filters.responsibleUsers': { value: [502] },
	'filters.pipelineIds': { value: [901] },
	'filters.taskTypes': { value: [2] },
	'filters.ids': { value: '7001' },
	'filters.entityIds': { value: '7001', beside: { filters: { entityType: 'leads' } } },
	'note.search.filters.entityIds': { value: '7001', beside: { scope: 'all' } },
	'filters.entityType': { value: 'contacts' },
	'filters.stages': {
		value: { stage: [{ pipelineId: 900, statusId: 142 }] },
		parts: { pipelineId: 901, statusId: 143 },
	},
	'lead.search.filters.customFieldFilters': fieldFilter(3103, 3113),
	'contact.search.filters.customFieldFilters': fieldFilter(3009, 3003),
	'company.search.filters.customFieldFilters': fieldFilter(3208, 3204),
	sort: sorted('id', 'updated_at'),
	'task.search.sort': sorted('id', 'created_at'),

	phone: { value: '+15550199', beside: callNote },
	service: { value: 'Import', beside: { noteType: 'service_message' } },
	duration: { value: 42, beside: callNote },
	uniq: { value: 'u-1', beside: callNote },
	source: { value: 'pbx', beside: callNote },
	link: { value: 'https://pbx.example/1.mp3', beside: callNote },
	callResult: { value: 'Agreed', beside: callNote },
	callStatus: { value: 4, beside: callNote },
	callResponsible: { value: 'Dana', beside: callNote },
	address: { value: 'Main St 1', beside: geolocation },
	latitude: { value: '41.1', beside: geolocation },
	longitude: { value: '-8.6', beside: geolocation },
	fileSource: { value: 'stored', beside: { noteType: 'attachment' }, items: withFiles },
	binaryPropertyName: { value: 'other', beside: { noteType: 'attachment' }, items: withFiles },
	fileUuid: { value: UUID, beside: { ...storedFile, fileName: 'a.pdf' } },
	versionUuid: { value: UUID, beside: { ...storedFile, fileUuid: UUID, fileName: 'a.pdf' } },
	fileName: { value: 'b.pdf', beside: { ...storedFile, fileUuid: UUID } },

	'options.batchSize': { value: 1, beside: twoNew },
	'options.resendAfterRejection': { value: false, beside: twoNew, world: refusedRow },
	'options.maxCandidates': { value: 1, beside: { matchValue: 'a' } },
	'options.maxPages': {
		value: 1,
		beside: { options: { matchAgainstAll: true } },
		world: (sandbox) => sandbox.setSwitches({ maxPageSize: 2 }),
	},
	'options.onSeveral': { value: 'stop', world: sameNames },
	'options.retryCreates': { value: true, world: lostAnswer },
	'options.maxWait': { value: 0, world: throttled },
	'options.proxy': { value: 'http://127.0.0.1:9' },
	'options.roundPrice': {
		value: true,
		beside: {
			additionalFields: { price: 1.5 },
			updateFields: { price: 1.5 },
			onlyWhenFound: { price: 1.5 },
		},
	},
	'lead.update.options.multiValueMode': { value: 'add', beside: mapped({ 3104: 'Doors' }) },
	'contact.update.options.multiValueMode': {
		value: 'add',
		beside: mapped({ '3001:MOB': '+15550100' }),
	},
	'company.update.options.multiValueMode': { value: 'add', beside: mapped({ 3205: 'Retail' }) },
	'lead.upsert.options.multiValueMode': { value: 'add', beside: mapped({ 3104: 'Doors' }) },
	'contact.upsert.options.multiValueMode': {
		value: 'add',
		beside: mapped({ '3001:MOB': '+15550100' }),
	},
	'company.upsert.options.multiValueMode': { value: 'add', beside: mapped({ 3205: 'Retail' }) },
	'company.get.options.whenNotFound': missing('companyId'),
	'contact.get.options.whenNotFound': missing('contactId'),
	'lead.get.options.whenNotFound': missing('leadId'),
	'note.get.options.whenNotFound': missing('noteId'),
	'pipeline.get.options.whenNotFound': missing('pipelineId'),
	'task.get.options.whenNotFound': missing('taskId'),
	'user.get.options.whenNotFound': missing('userId'),
};

/** Parameters that are not run here for every operation, and why. */
export const EXCEPTIONS: Record<string, string> = {
	'options.allowUnauthorizedCerts':
		'shows with https and a certificate of no authority only; handed to the host as it is',
	'options.timeout': 'read once for all operations; waiting a second for each would be too long',
};
