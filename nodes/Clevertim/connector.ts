import type { IExecuteFunctions } from 'n8n-workflow';

import { isTool } from '../shared/isTool';
import type { Connector } from '../shared/operation';
import { readTransportSettings } from '../shared/transportSettings';
import { resources } from './resources';
import type { ListMode } from './transport/merge';
import { ClevertimSession, type SessionSettings } from './transport/session';

/** What the engine needs to run the operations of Clevertim. */
export const clevertim: Connector<ClevertimSession> = { resources, open };

async function open(context: IExecuteFunctions): Promise<ClevertimSession> {
	return await ClevertimSession.open(context, settings(context));
}

function settings(context: IExecuteFunctions): SessionSettings {
	const option = (name: string): unknown => context.getNodeParameter(`options.${name}`, 0, null);
	return {
		...readTransportSettings(option),
		readBack: option('return') !== 'values',
		changedOnly: option('sendChangedOnly') === true,
		lists: listMode(option('multiValueMode')),
		mayDelete: !isTool(context) || option('allowToolDelete') === true,
	};
}

function listMode(value: unknown): ListMode | null {
	return value === 'add' || value === 'remove' || value === 'replace' ? value : null;
}
