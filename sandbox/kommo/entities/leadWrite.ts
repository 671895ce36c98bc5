/** Creating and changing leads: stages, price, closing (§4.1, §4.11). */
import type { Call } from '../call';
import { FieldReader } from '../fieldReader';
import { isInt, isRecord } from '../guards';
import type { StoredLead, StoredPipeline } from '../model';
import { entityChange } from '../webhooks/entityChanges';
import { link } from './links';
import { liveEntity } from './kinds';
import {
	createCommon,
	embeddedOf,
	readCommon,
	updateCommon,
	type CommonPatch,
	type Element,
} from './write';

const won = 142;
const lost = 143;

const leadKeys = [
	'price',
	'status_id',
	'pipeline_id',
	'closed_at',
	'loss_reason_id',
	'visitor_uid',
];

interface LeadPatch {
	common: CommonPatch;
	price?: number;
	stage?: { pipeline_id: number; status_id: number };
	closed_at?: number | null;
	loss_reason_id?: number | null;
	visitor_uid?: string;
}

export interface LeadLinks {
	contacts: Array<{ id: number; isMain?: boolean }>;
	companies: number[];
}

/** Checks a new lead; the thunk stores it. */
export function planNewLead(call: Call, element: Element): () => StoredLead {
	const patch = readLeadPatch(call, element);
	return () => {
		const stage = patch.stage ?? firstStage(mainPipeline(call));
		const lead: StoredLead = {
			...createCommon(call, 'leads', patch.common),
			price: patch.price ?? 0,
			...stage,
			loss_reason_id: null,
			closed_at: null,
			source_id: null,
			visitor_uid: patch.visitor_uid ?? null,
		};
		if (lead.name === '' && call.switches.namelessLead === 'numbered') {
			lead.name = call.store.info.language === 'ru' ? `Сделка #${lead.id}` : `Lead #${lead.id}`;
		}
		applyClosing(call, lead, patch);
		call.store.leads.set(lead.id, lead);
		return lead;
	};
}

/** Checks a change of a lead; the thunk carries it out and tells the webhooks. */
export function planLeadUpdate(call: Call, lead: StoredLead, element: Element): () => StoredLead {
	const patch = readLeadPatch(call, element, lead);
	return () => {
		const before = { ...lead };
		updateCommon(call, 'leads', lead, patch.common);
		lead.price = patch.price ?? lead.price;
		lead.visitor_uid = patch.visitor_uid ?? lead.visitor_uid;
		if (patch.stage) Object.assign(lead, patch.stage);
		applyClosing(call, lead, patch);
		announceLeadUpdate(call, before, lead, hasOtherKeys(element));
		return lead;
	};
}

function hasOtherKeys({ data }: Element): boolean {
	const stageOnly = new Set([
		'id',
		'request_id',
		'status_id',
		'pipeline_id',
		'loss_reason_id',
		'closed_at',
	]);
	return Object.keys(data).some((key) => !stageOnly.has(key));
}

/** status_lead, responsible_lead and update_lead, as far as they apply (§5.3). */
export function announceLeadUpdate(
	call: Call,
	before: StoredLead,
	lead: StoredLead,
	otherChanges: boolean,
): void {
	const moved = before.pipeline_id !== lead.pipeline_id;
	const staged = moved || before.status_id !== lead.status_id;
	const reassigned = before.responsible_user_id !== lead.responsible_user_id;
	if (staged) {
		const withPipeline = moved || call.switches.oldPipelineId === 'always';
		call.changes.push(
			entityChange(call, 'leads', 'status', lead, {
				old_status_id: before.status_id,
				...(withPipeline ? { old_pipeline_id: before.pipeline_id } : {}),
			}),
		);
	}
	if (reassigned) {
		const old = { old_responsible_user_id: before.responsible_user_id };
		call.changes.push(entityChange(call, 'leads', 'responsible', lead, old));
	}
	if (otherChanges || !staged || call.switches.stageChangeFiresUpdate) {
		call.changes.push(entityChange(call, 'leads', 'update', lead));
	}
}

function readLeadPatch(call: Call, element: Element, current?: StoredLead): LeadPatch {
	const { data, errors, prefix } = element;
	const reader = new FieldReader(data, errors, prefix);
	const price = call.switches.priceAcceptsFloat ? reader.number('price') : reader.int('price');
	const lossReason = reader.nullableInt('loss_reason_id');
	if (typeof lossReason === 'number' && !call.store.lossReasons.has(lossReason)) {
		errors.notSupported(`${prefix}loss_reason_id`);
	}
	return {
		common: readCommon(call, 'leads', element, leadKeys),
		price,
		stage: readStage(call, element, reader, current),
		closed_at: reader.nullableInt('closed_at'),
		loss_reason_id: lossReason,
		visitor_uid: reader.text('visitor_uid'),
	};
}

function readStage(
	call: Call,
	{ errors, prefix }: Element,
	reader: FieldReader,
	current?: StoredLead,
): { pipeline_id: number; status_id: number } | undefined {
	const pipelineId = reader.int('pipeline_id');
	const statusId = reader.int('status_id');
	if (pipelineId === undefined && statusId === undefined) return undefined;
	const pipelines = call.store.pipelines;
	if (pipelineId !== undefined && !pipelines.has(pipelineId)) {
		errors.notSupported(`${prefix}pipeline_id`);
		return undefined;
	}
	const pipeline =
		pipelineId === undefined
			? pipelineOfStatus(call, statusId ?? 0, current)
			: pipelines.get(pipelineId);
	if (!pipeline || (statusId !== undefined && !pipeline.statuses.some((s) => s.id === statusId))) {
		errors.notSupported(`${prefix}status_id`);
		return undefined;
	}
	if (statusId !== undefined) return { pipeline_id: pipeline.id, status_id: statusId };
	if (current?.pipeline_id === pipeline.id) return undefined;
	return firstStage(pipeline);
}

// 142 and 143 exist in every pipeline (§0.2 no. 13)
function pipelineOfStatus(
	call: Call,
	status: number,
	current?: StoredLead,
): StoredPipeline | undefined {
	const isClosing = status === won || status === lost;
	if (isClosing && (!current || call.switches.closingWithoutPipeline === 'main'))
		return mainPipeline(call);
	const own = current ? call.store.pipelines.get(current.pipeline_id) : undefined;
	if (own?.statuses.some((s) => s.id === status)) return own;
	return [...call.store.pipelines.values()].find((p) => p.statuses.some((s) => s.id === status));
}

export function mainPipeline(call: Call): StoredPipeline {
	const all = [...call.store.pipelines.values()];
	const main = all.find((p) => p.is_main) ?? all[0];
	if (!main) throw new Error('an account has at least one pipeline');
	return main;
}

export function firstStage(pipeline: StoredPipeline): { pipeline_id: number; status_id: number } {
	const first = pipeline.statuses.find((s) => s.is_editable) ?? pipeline.statuses[0];
	return { pipeline_id: pipeline.id, status_id: first?.id ?? won };
}

/** closed_at is set in 142/143; a loss reason is kept in 143 only (§4.1). */
function applyClosing(call: Call, lead: StoredLead, patch: LeadPatch): void {
	const isClosed = lead.status_id === won || lead.status_id === lost;
	lead.closed_at = isClosed ? (patch.closed_at ?? lead.closed_at ?? call.now) : null;
	const reason = patch.loss_reason_id === undefined ? lead.loss_reason_id : patch.loss_reason_id;
	lead.loss_reason_id = lead.status_id === lost ? reason : null;
}

/** `_embedded.contacts[{id,is_main}]` and `_embedded.companies[{id}]` of POST /leads. */
export function readLeadLinks(call: Call, element: Element): LeadLinks {
	const embedded = embeddedOf(element.data, element.errors, element.prefix);
	const read = (type: 'contacts' | 'companies'): Array<{ id: number; isMain?: boolean }> => {
		const list = embedded[type];
		if (list === undefined || list === null) return [];
		const path = `${element.prefix}_embedded.${type}`;
		if (!Array.isArray(list)) {
			element.errors.invalidType(path, 'array');
			return [];
		}
		return list.flatMap((item: unknown, i) => {
			const id = isRecord(item) ? item['id'] : undefined;
			if (!isInt(id)) element.errors.invalidType(`${path}.${i}.id`, 'int');
			else if (!liveEntity(call.store, type, id)) element.errors.notSupported(`${path}.${i}.id`);
			const isMain =
				isRecord(item) && typeof item['is_main'] === 'boolean' ? item['is_main'] : undefined;
			return isInt(id) ? [{ id, ...(isMain === undefined ? {} : { isMain }) }] : [];
		});
	};
	const companies = read('companies').map((c) => c.id);
	if (companies.length > 1) element.errors.tooMany(`${element.prefix}_embedded.companies`, 1);
	return { contacts: read('contacts'), companies };
}

export function linkNewLead(call: Call, lead: StoredLead, links: LeadLinks): void {
	const self = { type: 'leads' as const, id: lead.id };
	for (const contact of links.contacts) {
		link(call.store, self, { type: 'contacts', id: contact.id }, contact.isMain);
	}
	for (const id of links.companies) link(call.store, self, { type: 'companies', id });
}
