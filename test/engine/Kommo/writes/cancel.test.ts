import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Kommo } from '../../../../nodes/Kommo/Kommo.node';
import { runNode } from '../../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { createLeads, newLeads, storedNames, writesOf } from './kommoRun';

const sandbox = useSandbox();

/** The node, with an ear at its log and its end. */
class Overheard extends Kommo {
	readonly warnings: unknown[][] = [];
	readonly ended: Promise<void>;
	private end: () => void = () => undefined;

	constructor() {
		super();
		this.ended = new Promise((resolve) => {
			this.end = resolve;
		});
		const { warnings } = this;
		const end = () => this.end();
		const node = new Kommo();
		this.execute = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const spy = jest.spyOn(this.logger, 'warn').mockImplementation((...said) => {
				warnings.push(said);
			});
			return await node.execute.call(this).finally(() => {
				spy.mockRestore();
				end();
			});
		};
	}
}

/** True as soon as the sandbox got so many writes. */
async function writesBegun(count: number): Promise<void> {
	while (writesOf(sandbox()).length < count) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

async function cancelledRun(items: Array<{ name: string; price: number }>, after: number) {
	const nodeType = new Overheard();
	const result = await runNode({
		nodeType,
		parameters: { authentication: 'apiToken', ...createLeads({ batchSize: 10 }) },
		credentials: apiTokenCredentials(sandbox()),
		items,
		cancelAfter: async () => await writesBegun(after),
	});
	await nodeType.ended;
	return { result, warnings: nodeType.warnings };
}

describe('an execution that is cancelled in the middle', () => {
	test('starts no new batch, finishes those under way, and logs what was written', async () => {
		sandbox().setLatency({ baseMs: 40, perEntityMs: 0 });
		const { result, warnings } = await cancelledRun(newLeads(200), 3);

		expect(result.status).toBe('canceled');
		const sent = writesOf(sandbox());
		expect(sent.length).toBeGreaterThanOrEqual(3);
		// at most 8 were under way
		expect(sent.length).toBeLessThan(3 + 8);
		// every one was answered: none was cut off
		expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
		const stored = storedNames(sandbox()).size;
		expect(stored).toBe(10 * sent.length);
		const ids = [...sandbox().accounts.kommo.store.leads.values()]
			.filter(({ name }) => name.startsWith('Lead '))
			.map(({ id }) => id);
		expect(warnings).toEqual([
			[
				`Node under test: cancelled after ${stored} of 200 items were written`,
				{ writtenIds: ids, writtenItems: `0–${stored - 1}` },
			],
		]);
	});

	test('a request that waits for its turn is not sent', async () => {
		sandbox().addFault({
			method: 'POST',
			// longer than a test may last: it ends because the wait does
			action: { type: 'status', status: 429, body: { status: 429, retry_after: 50 } },
		});
		await cancelledRun(newLeads(10), 1);

		expect(writesOf(sandbox())).toHaveLength(1);
	});
});
