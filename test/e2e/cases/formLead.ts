import assert from 'node:assert/strict';
import { sampleForm } from '../../../sandbox/demo/formLead';
import type { PlainCase } from '../case';
import { linkedContacts } from '../exampleRun';
import { publishFormLead, sendForm } from '../formLeadRun';

const DAY_S = 86_400;

const newVisitor: PlainCase = {
	name: 'A form sent to the production webhook is stored as contact, lead, note and task',
	async run({ stage }) {
		stage.sandbox.reset();
		await publishFormLead(stage);
		const { store } = stage.sandbox.accounts.kommo;
		const contactsBefore = store.contacts.size;

		const sentAt = Date.now() / 1000;
		const ids = await sendForm(stage, sampleForm);

		assert.equal(store.contacts.size, contactsBefore + 1);
		const contact = store.contacts.get(ids.contactId);
		assert.equal(contact?.name, sampleForm.name);
		const values = [...contact.values.values()].flat().map(({ value }) => value);
		assert.deepEqual(values, [sampleForm.phone, sampleForm.email]);

		const lead = store.leads.get(ids.leadId);
		assert.equal(lead?.name, sampleForm.subject);
		assert.equal(lead.price, sampleForm.budget);
		assert.deepEqual([lead.pipeline_id, lead.status_id], [900, 60001]);
		assert.deepEqual(linkedContacts(store, ids.leadId), [ids.contactId]);

		const note = store.notes.get(ids.noteId);
		assert.deepEqual([note?.entity_type, note?.entity_id], ['leads', ids.leadId]);
		assert.equal(note?.params.text, sampleForm.message);

		const task = store.tasks.get(ids.taskId);
		assert.deepEqual([task?.entity_type, task?.entity_id], ['leads', ids.leadId]);
		assert.match(task?.text ?? '', /Nora Fields/);
		const dueIn = (task?.complete_till ?? 0) - sentAt;
		assert.ok(Math.abs(dueIn - DAY_S) < 60, `due in ${dueIn} s`);
	},
};

const knownVisitor: PlainCase = {
	name: 'A second form of the same visitor makes a second lead of the same contact',
	async run({ stage }) {
		stage.sandbox.reset();
		await publishFormLead(stage);
		const { store } = stage.sandbox.accounts.kommo;

		const first = await sendForm(stage, sampleForm);
		const contacts = store.contacts.size;
		const second = await sendForm(stage, { ...sampleForm, subject: 'Greenhouse', budget: 0 });

		assert.equal(second.contactId, first.contactId);
		assert.equal(store.contacts.size, contacts);
		assert.notEqual(second.leadId, first.leadId);
		assert.equal(store.leads.get(second.leadId)?.name, 'Greenhouse');
		assert.deepEqual(linkedContacts(store, second.leadId), [first.contactId]);
	},
};

export const formLeadCases: PlainCase[] = [newVisitor, knownVisitor];
