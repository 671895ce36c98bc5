import assert from 'node:assert/strict';
import path from 'node:path';
import {
	EXAMPLES_DIR,
	importWorkflow,
	readWorkflowFile,
} from '../../../sandbox/demo/importWorkflow';
import type { Stage } from '../../../sandbox/demo/stage';
import type { ClevertimSandbox } from '../../../sandbox/clevertim';
import type { Execution } from '../../../sandbox/n8n/clientTypes';
import { until } from '../../support/until';
import type { PlainCase } from '../case';

const FILE = 'clevertim-to-kommo.json';

/** Contacts of the Clevertim seed data: one without email and phone, one with both. */
const [UNREACHABLE, KNOWN] = [14, 13];
const NEW = 501;

interface Theatre {
	stage: Stage;
	clevertim: ClevertimSandbox;
	/** Publishes anew, which polls at once, and gives the executions that were started since. */
	poll: (expected: number) => Promise<Execution[]>;
	/** Waits for executions that something else has started, and gives them. */
	started: (expected: number) => Promise<Execution[]>;
}

let workflows = 0;

async function withClevertim(stage: Stage, use: (theatre: Theatre) => Promise<void>) {
	const { client, clevertim, credentials } = stage;
	stage.sandbox.reset();
	clevertim.reset();
	const example = await readWorkflowFile(path.join(EXAMPLES_DIR, FILE));
	workflows += 1;
	// a workflow of its own, without what one before remembers
	const workflow = { ...example, name: `${example.name} ${workflows}` };
	let workflowId = '';
	let known = 0;
	const started = async (expected: number): Promise<Execution[]> => {
		let ids: string[] = [];
		await until('the execution has started', async () => {
			ids = (await client.listExecutions(workflowId)).map(({ id }) => id);
			return ids.length >= known + expected;
		});
		const since = ids.slice(0, ids.length - known);
		known = ids.length;
		return await Promise.all(since.map(async (id) => await client.waitForExecution(id)));
	};
	const poll = async (expected: number): Promise<Execution[]> => {
		const reads = clevertim.requests({ path: '/api/contact' }).length;
		if (workflowId !== '') await client.unpublish(workflowId);
		({ id: workflowId } = await importWorkflow(client, workflow, credentials));
		await until(
			'n8n has polled',
			() => clevertim.requests({ path: '/api/contact' }).length > reads,
		);
		return await started(expected);
	};
	await use({ stage, clevertim, poll, started });
	await client.unpublish(workflowId);
}

const outputOf = (execution: Execution | undefined, node: string) =>
	(execution?.nodeRuns[node] ?? []).flatMap(({ outputs }) =>
		outputs.flat().map(({ json }) => json),
	);

const contactsGoOver: PlainCase = {
	name: 'Contacts created and changed in Clevertim are created and updated in Kommo, one without email and phone comes out with step_error',
	async run({ stage }) {
		await withClevertim(stage, async ({ clevertim, poll }) => {
			const { store } = stage.sandbox.accounts.kommo;
			const before = store.contacts.size;
			assert.deepEqual(await poll(0), [], 'publishing only sets the mark');

			const row = { fn: 'Nora', ln: 'Fields', email: ['nora@fields.example'] };
			const phones = [{ type: 'Mobile', no: '+1 202 555 0199' }];
			clevertim.store.put('contact', { id: NEW, ...row, phones, tags: [] });
			for (const id of [KNOWN, UNREACHABLE]) {
				const stored = clevertim.store.get('contact', id);
				clevertim.store.put('contact', { ...stored, id, title: 'Buyer' });
			}
			const [first, ...more] = await poll(1);
			assert.deepEqual(more, []);
			assert.equal(first?.status, 'success');
			const written = outputOf(first, 'In Kommo');
			assert.deepEqual(
				written.map(({ clevertim_id: id, action }) => [id, action]),
				[
					[KNOWN, 'created'],
					[NEW, 'created'],
				],
			);
			const [refused, ...others] = outputOf(first, 'Not in Kommo');
			assert.deepEqual(others, []);
			assert.equal(refused?.clevertim_id, UNREACHABLE);
			assert.match(String(refused.step_error), /'Value to Match' is empty/);
			assert.equal(store.contacts.size, before + 2);
			const kommoId = Number(written[1]?.kommo_id);
			assert.equal(store.contacts.get(kommoId)?.name, 'Nora Fields');
			assert.deepEqual(valuesOf(stage, kommoId), ['+1 202 555 0199', 'nora@fields.example']);

			assert.deepEqual(await poll(0), [], 'nothing has changed since');

			const changed = [...phones, { type: 'Work', no: '+1 202 555 0144' }];
			clevertim.store.put('contact', { id: NEW, ...row, ln: 'Meadows', phones: changed, tags: [] });
			const [second, ...further] = await poll(1);
			assert.deepEqual(further, []);
			assert.deepEqual(outputOf(second, 'In Kommo'), [
				{ clevertim_id: NEW, kommo_id: kommoId, action: 'updated' },
			]);
			assert.equal(store.contacts.get(kommoId)?.name, 'Nora Meadows');
			assert.equal(store.contacts.size, before + 2);
			assert.equal(valuesOf(stage, kommoId).length, 3);
		});
	},
};

const afterARestart: PlainCase = {
	name: 'A Clevertim contact that changed before n8n was restarted comes once when it is back',
	async run({ stage }) {
		await withClevertim(stage, async ({ clevertim, poll, started }) => {
			await poll(0);
			const stored = clevertim.store.get('contact', KNOWN);
			clevertim.store.put('contact', { ...stored, id: KNOWN, title: 'Seller' });
			await stage.restartN8n();
			const [execution, ...more] = await started(1);
			assert.deepEqual(more, []);
			const written = outputOf(execution, 'In Kommo');
			assert.deepEqual(
				written.map(({ clevertim_id: id }) => id),
				[KNOWN],
			);
			assert.deepEqual(await poll(0), [], 'nothing has changed since');
		});
	},
};

function valuesOf({ sandbox }: Stage, contactId: number): unknown[] {
	const contact = sandbox.accounts.kommo.store.contacts.get(contactId);
	return [...(contact?.values.values() ?? [])].flat().map(({ value }) => value);
}

export const clevertimToKommoCases: PlainCase[] = [contactsGoOver, afterARestart];
