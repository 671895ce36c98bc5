import type { IExecuteFunctions } from 'n8n-workflow';

import { isTool } from '../shared/isTool';
import type { Connector } from '../shared/operation';
import { readTransportSettings } from '../shared/transportSettings';
import { labelsOf } from './fields/formLabels';
import { resources } from './resources';
import { ComagicSession, type SessionSettings } from './transport/session';

/** Records a model gets at most when the node is an agent's tool. */
const TOOL_RECORDS = 100;

/** What the engine needs to run the operations of Comagic. */
export const comagic: Connector<ComagicSession> = { resources, open };

async function open(context: IExecuteFunctions): Promise<ComagicSession> {
	return await ComagicSession.open(context, settings(context));
}

function settings(context: IExecuteFunctions): SessionSettings {
	const option = (name: string): unknown => context.getNodeParameter(`options.${name}`, 0, null);
	return {
		...readTransportSettings(option),
		labelOf: labelsOf(chosenOperation(context)),
		mayDelete: !isTool(context) || option('allowToolDelete') === true,
		mostRecords: isTool(context) ? TOOL_RECORDS : null,
	};
}

function chosenOperation(context: IExecuteFunctions) {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ option }) => option.value === operation);
}
