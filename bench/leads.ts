/** The leads that all tables write: as items for the node, and as rows for plain requests. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

const PIPELINE = 900;
const STAGE = 60001;
const CONTRACT_FIELD = 3102;

const noCustomFields = { mappingMode: 'defineBelow', value: null };
const contractNumber = {
	mappingMode: 'defineBelow',
	value: { [CONTRACT_FIELD]: '={{ $json.contract }}' },
};
const pipelineAndStage = { pipelineId: PIPELINE, statusId: STAGE };
const lead = { authentication: 'apiToken', resource: 'lead' };

/** Name and price by expression; nothing that would have to be looked up. */
export const createPlain: INodeParameters = {
	...lead,
	operation: 'create',
	name: '={{ $json.name }}',
	customFields: noCustomFields,
	additionalFields: { price: '={{ $json.price }}' },
	options: {},
};

/** With pipeline, stage and a custom field, which are looked up in the account. */
export const createFull: INodeParameters = {
	...createPlain,
	customFields: contractNumber,
	additionalFields: { price: '={{ $json.price }}', ...pipelineAndStage },
};

const idFromItem = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

export const updatePlain: INodeParameters = {
	...lead,
	operation: 'update',
	leadId: idFromItem,
	customFields: noCustomFields,
	updateFields: { price: '={{ $json.price }}' },
	options: {},
};

export const updateFull: INodeParameters = {
	...updatePlain,
	customFields: contractNumber,
	updateFields: { price: '={{ $json.price }}', ...pipelineAndStage },
};

export const getById: INodeParameters = {
	...lead,
	operation: 'get',
	leadId: idFromItem,
	simplify: true,
	options: {},
};

export const returnAll: INodeParameters = {
	...lead,
	operation: 'search',
	query: '',
	returnAll: true,
	simplify: true,
	filters: {},
	options: {},
};

/** Input items of a create; `group` begins every name. */
export function newLeads(count: number, group = 'Lead'): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		name: `${group} ${index}`,
		price: index,
		contract: `C-${index}`,
	}));
}

/** Input items of an update or a get. */
export function storedLeads(ids: readonly number[]): IDataObject[] {
	return ids.map((id, index) => ({ id, price: index + 1, contract: `C-${index}` }));
}

/** The same leads as the API takes them. */
export function rowsOf(items: readonly IDataObject[], full: boolean): IDataObject[] {
	return items.map(({ id, name, price, contract }) => ({
		...(id === undefined ? { name } : { id }),
		price,
		...(full
			? {
					pipeline_id: PIPELINE,
					status_id: STAGE,
					custom_fields_values: [{ field_id: CONTRACT_FIELD, values: [{ value: contract }] }],
				}
			: {}),
	}));
}
