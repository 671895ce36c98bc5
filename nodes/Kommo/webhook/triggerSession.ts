import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { credentialType } from '../connector';
import { KommoSession, type CredentialType } from '../transport/session';

/** Longer waits hold up publishing, or the run that an event starts. */
const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 20_000;

export function credentialInUse(context: IHookFunctions | IWebhookFunctions): CredentialType {
	return credentialType(context.getNodeParameter('authentication', 'apiToken'));
}

export async function openSession(
	context: IHookFunctions | IWebhookFunctions,
): Promise<KommoSession> {
	return await KommoSession.open(context, credentialInUse(context), {
		maxWaitMs: MAX_WAIT_MS,
		timeoutMs: TIMEOUT_MS,
	});
}
