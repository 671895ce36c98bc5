import assert from 'node:assert/strict';
import type { PlainCase } from '../case';
import { callExample, linkedContacts, publishExample } from '../exampleRun';

interface RowAnswer {
	ref: string;
	ok: boolean;
	lead_id?: number;
	step_error?: string;
	advice?: string;
}

/** A contact of the seed data, and one that nobody has. */
const [CONTACT, NO_CONTACT] = [8101, 999_999];

const GOOD = [
	{ ref: 'A1', title: 'Gate', price: 300, contact_id: CONTACT },
	{ ref: 'A4', title: 'Pergola', price: 1200 },
];
const INVALID = { ref: 'A2', title: 'Fence', price: 'a lot' };
const REFUSED = { ref: 'A3', title: 'Shed', contact_id: NO_CONTACT };

const rowsStayInTheFlow: PlainCase = {
	name: 'Of rows sent together the good ones become leads, an invalid and a refused one come back with step_error',
	async run({ stage }) {
		stage.sandbox.reset();
		await publishExample(stage, 'errors-in-the-flow.json');
		const { store } = stage.sandbox.accounts.kommo;
		assert.ok(store.contacts.has(CONTACT) && !store.contacts.has(NO_CONTACT));
		const known = store.leads.size;

		const answers = await callExample<RowAnswer[]>(stage, 'lead-rows', {
			rows: [GOOD[0], INVALID, REFUSED, GOOD[1]],
		});

		assert.deepEqual(answers.map(({ ref, ok }) => [ref, ok]).sort(), [
			['A1', true],
			['A2', false],
			['A3', false],
			['A4', true],
		]);
		const answerTo = (ref: string) => answers.find((answer) => answer.ref === ref);
		assert.match(answerTo('A2')?.step_error ?? '', /'Price'.*a lot/);
		assert.match(answerTo('A3')?.step_error ?? '', /999999.*does not exist/);
		for (const { step_error: reason, advice } of answers.filter(({ ok }) => !ok)) {
			assert.ok(reason && advice);
		}

		assert.equal(store.leads.size, known + 2);
		for (const { ref, title, price, contact_id: contactId } of GOOD) {
			const lead = store.leads.get(answerTo(ref)?.lead_id ?? 0);
			assert.ok(lead);
			assert.deepEqual([lead.name, lead.price], [title, price]);
			assert.deepEqual(linkedContacts(store, lead.id), contactId ? [contactId] : []);
		}
	},
};

const nothingFails: PlainCase = {
	name: 'Of rows that are all good the list comes without step_error',
	async run({ stage }) {
		stage.sandbox.reset();
		await publishExample(stage, 'errors-in-the-flow.json');
		const answers = await callExample<RowAnswer[]>(stage, 'lead-rows', { rows: GOOD });
		assert.deepEqual(
			answers.map(({ ref, ok, step_error: reason }) => [ref, ok, reason]),
			GOOD.map(({ ref }) => [ref, true, undefined]),
		);
	},
};

export const errorsInTheFlowCases: PlainCase[] = [rowsStayInTheFlow, nothingFails];
