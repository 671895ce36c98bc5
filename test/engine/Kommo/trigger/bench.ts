import type { INodeParameters } from 'n8n-workflow';

import { KommoTrigger } from '../../../../nodes/Kommo/KommoTrigger.node';
import { forgetDeliveries } from '../../../../nodes/shared/seenDeliveries';
import type { AccountName, KommoSandbox } from '../../../../sandbox/kommo';
import { apiTokenCredentials } from '../../../support/sandbox';
import { TriggerBench, type TriggerOptions } from '../../../support/triggerRun';

interface BenchOptions extends Partial<TriggerOptions> {
	account?: AccountName;
	limited?: boolean;
}

/** Triggers of the tests of this file, each on a port of its own, closed after every test. */
export function useTrigger(sandbox: () => KommoSandbox) {
	const benches: TriggerBench[] = [];
	beforeEach(() => forgetDeliveries());
	afterEach(async () => {
		await Promise.all(benches.splice(0).map(async (bench) => await bench.close()));
	});
	return async (
		events: string[],
		parameters: INodeParameters = {},
		{ account = 'kommo', limited = false, ...more }: BenchOptions = {},
	): Promise<TriggerBench> => {
		const bench = await TriggerBench.start({
			nodeType: new KommoTrigger(),
			parameters: { authentication: 'apiToken', events, ...parameters },
			credentials: apiTokenCredentials(sandbox(), account, { limited }),
			...more,
		});
		benches.push(bench);
		return bench;
	};
}

/** Webhooks the account has, as the service stores them. */
export function hooksOf(sandbox: KommoSandbox, account: AccountName = 'kommo') {
	return [...sandbox.accounts[account].store.webhooks.values()].map(
		({ destination, settings, disabled }) => ({ destination, settings, disabled }),
	);
}

/** Address with the secret, as the account has it. */
export function destinationOf(sandbox: KommoSandbox, account: AccountName = 'kommo'): string {
	const [hook] = hooksOf(sandbox, account);
	if (!hook) throw new Error('The account has no webhook');
	return hook.destination;
}

/** What a sender of deliveries does, with any body. */
export async function deliver(
	destination: string,
	body: string | Buffer,
	headers: Record<string, string> = {},
): Promise<number> {
	const answer = await fetch(destination, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: typeof body === 'string' ? body : new Uint8Array(body),
	});
	await answer.arrayBuffer();
	return answer.status;
}

/** Body of a delivery about a lead. */
export const lead = (fields: Record<string, string | number>, action = 'update') =>
	Object.entries(fields)
		.map(([key, value]) => `leads[${action}][0][${key}]=${value}`)
		.join('&');
