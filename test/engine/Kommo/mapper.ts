import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

/** The custom field mapper filled by hand, column by column. */
export function mapped(value: Record<string, unknown>): INodeParameters {
	const customFields = {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema: Object.keys(value).map((id) => ({
			id,
			displayName: id,
			required: false,
			defaultMatch: false,
			display: true,
		})),
	};
	// n8n's type leaves out what its editor itself stores: lists and objects as cells
	return { customFields: customFields as unknown as NodeParameterValueType };
}

/** The mapper set to take the columns of the items. */
export const autoMapped: INodeParameters = {
	customFields: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
};
