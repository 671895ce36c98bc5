import assert from 'node:assert/strict';
import type { PlainCase } from '../case';
import { callExample, publishExample } from '../exampleRun';

interface Task {
	id: number;
	text: string;
	entity_id: number;
	entity_type: string;
}

/** `79150000001` for whatever stands around the digits. */
const digits = (text: string): string => text.replace(/\D/g, '');

const lostCalls: PlainCase = {
	name: "Yesterday's lost calls become one task per caller, at a contact with the caller's number",
	async run({ stage }) {
		stage.sandbox.reset();
		stage.comagic.reset();
		await publishExample(stage, 'lost-calls.json');
		const { store } = stage.sandbox.accounts.kommo;
		const before = new Set(store.tasks.keys());

		const tasks = await callExample<Task[]>(stage, 'lost-calls', {});

		const [asked] = stage.comagic.requests({ rpcMethod: 'get.calls_report' });
		assert.deepEqual(asked?.params.filter, { field: 'is_lost', operator: '=', value: true });
		const numbers = tasks.map(({ text }) => digits(text.split(':')[0] ?? ''));
		assert.ok(numbers.length > 0, 'the sandbox has lost calls every day');
		assert.equal(new Set(numbers).size, numbers.length);
		assert.equal([...store.tasks.keys()].filter((id) => !before.has(id)).length, tasks.length);
		for (const [place, { entity_id: contactId, entity_type: type }] of tasks.entries()) {
			assert.equal(type, 'contacts');
			const phones = JSON.stringify([...(store.contacts.get(contactId)?.values ?? [])]);
			assert.match(phones, new RegExp(numbers[place] ?? 'no number'));
		}
	},
};

export const lostCallsCases: PlainCase[] = [lostCalls];
