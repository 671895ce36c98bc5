import type { INodeParameters } from 'n8n-workflow';

import { ComagicTrigger } from '../../../../nodes/Comagic/ComagicTrigger.node';
import { forgetDeliveries } from '../../../../nodes/shared/seenDeliveries';
import type { CredentialData } from '../../../support/credentialStore';
import { TriggerBench } from '../../../support/triggerRun';

/** Triggers of the tests of this file, each on a port of its own, closed after every test. */
export function useComagicTrigger() {
	const benches: TriggerBench[] = [];
	beforeEach(() => forgetDeliveries());
	afterEach(async () => {
		await Promise.all(benches.splice(0).map(async (bench) => await bench.close()));
	});
	return async (
		parameters: INodeParameters = {},
		credentials: CredentialData = {},
	): Promise<TriggerBench> => {
		const bench = await TriggerBench.start({
			nodeType: new ComagicTrigger(),
			typeName: 'n8n-nodes-kommo-suite.comagicTrigger',
			parameters,
			credentials,
		});
		benches.push(bench);
		await bench.publish();
		return bench;
	};
}

interface Order {
	query?: string;
	body?: string | Buffer;
	type?: string;
}

/** Sends any request; a GET when it has no body. Resolves to the status of the answer. */
export async function deliver(bench: TriggerBench, { query, body, type }: Order): Promise<number> {
	const url = query === undefined ? bench.url : `${bench.url}?${query}`;
	const answer = await fetch(
		url,
		body === undefined
			? {}
			: {
					method: 'POST',
					headers: { 'content-type': type ?? 'application/json' },
					body: typeof body === 'string' ? body : new Uint8Array(body),
				},
	);
	await answer.arrayBuffer();
	return answer.status;
}
