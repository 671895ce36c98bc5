import type { IExecuteFunctions } from 'n8n-workflow';

import type { Connector } from '../shared/operation';
import { readTransportSettings } from '../shared/transportSettings';
import { resources } from './resources';
import type { SendSettings } from './transport/send';
import { KommoSession, type CredentialType } from './transport/session';

/** What the engine needs to run the operations of Kommo / amoCRM. */
export const kommo: Connector<KommoSession> = { resources, open };

async function open(context: IExecuteFunctions): Promise<KommoSession> {
	const authentication = context.getNodeParameter('authentication', 0, 'apiToken');
	return await KommoSession.open(context, credentialType(authentication), settings(context));
}

/** The credential type behind the form's choice. */
export function credentialType(authentication: unknown): CredentialType {
	return authentication === 'oAuth2' ? 'kommoOAuth2Api' : 'kommoApi';
}

function settings(context: IExecuteFunctions): SendSettings {
	const option = (name: string): unknown => context.getNodeParameter(`options.${name}`, 0, null);
	const { maxWaitMs, ...rest } = readTransportSettings(option);
	return { ...rest, maxWaitMs: atLeast(MIN_WAIT_MS, maxWaitMs) };
}

/** Even a request that must not wait needs a moment to get its turn. */
const MIN_WAIT_MS = 50;

function atLeast(least: number, value: number | undefined): number | undefined {
	return value === undefined ? undefined : Math.max(least, value);
}
